import { setTimeout as delay } from 'node:timers/promises';

const pauseMs = 20;
/** Counted in tries, which are as slow as the machine is; a test that waits in vain ends shortly before its own limit. */
const mostTries = 1000;

/** Waits until something is so. How long it takes is no matter of the test that waits. */
export async function eventually(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < mostTries; tries++) {
    if (await isSo()) return;
    await delay(pauseMs);
  }
  throw new Error(`It never came about that ${what}`);
}
