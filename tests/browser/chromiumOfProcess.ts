import type { Browser } from 'playwright-core';
import { atEnd } from '../harness/atEnd.ts';
import { launchChromium } from './launchChromium.ts';

let launched: Promise<Browser> | undefined;

/** One Chromium for all tests of a process; what belongs to a test is a profile in it. It is launched anew when it broke. */
export async function chromiumOfProcess(): Promise<Browser> {
  const browser = await launched?.catch(() => undefined);
  if (browser?.isConnected()) return browser;
  const launching = launchChromium();
  launched = launching;
  atEnd(async () => (await launching).close());
  return launching;
}
