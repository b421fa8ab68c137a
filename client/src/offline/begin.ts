import { registerWorker } from '../worker/register.ts';
import { deviceOf } from './device.ts';

/** Sends what waits since the last visit, and lets the next one open without a line. */
export async function beginOffline(personId: string): Promise<void> {
  await Promise.allSettled([deviceOf(personId), registerWorker()]);
}
