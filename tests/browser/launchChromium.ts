import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/findChromium.ts';

/** No sandbox because tests run as root in containers; the rest keeps Chromium off the network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('There is no Chromium for the browser tests: run `node --import tsx scripts/chromium.ts`.');
  return chromium.launch({ executablePath, args: chromiumFlags });
}
