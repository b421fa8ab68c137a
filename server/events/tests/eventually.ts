import { setTimeout as delay } from 'node:timers/promises';

const triesPerSecond = 50;

/** Waits until something is so, at most 5 seconds. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 5 * triesPerSecond; tries++) {
    if (await isSo()) return;
    await delay(1000 / triesPerSecond);
  }
  throw new Error(`It never came about that ${what}`);
}
