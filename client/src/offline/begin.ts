import type { QueryClient } from '@tanstack/react-query';
import { registerWorker } from '../worker/register.ts';
import { deviceOf } from './device.ts';
import { keepQueries } from './keptQueries.ts';
import { rememberPerson } from './lastPerson.ts';

/** Sends what waits since the last visit, and lets the next one open without a line. */
export async function beginOffline(client: QueryClient, personId: string): Promise<void> {
  rememberPerson(personId);
  keepQueries(client, personId);
  await Promise.allSettled([deviceOf(personId), registerWorker()]);
}
