import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/findChromium.ts';
import { chromiumFlags } from './launchChromium.ts';

/** A browser with a profile on the disk, which dies like one whose battery ran out. */
export interface KillableChromium {
  readonly context: BrowserContext;
  /** Ends all its processes at once, without a word to them. */
  kill(): Promise<void>;
}

export const newProfile = (): { readonly folder: string; remove(): void } => {
  const folder = mkdtempSync(join(tmpdir(), 'tutoria-profile-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
};

export async function openChromium(profile: string): Promise<KillableChromium> {
  const path = findChromium();
  if (!path)
    throw new Error('There is no Chromium for the browser tests: run `node --import tsx scripts/chromium.ts`.');
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  // A group of its own, so that whatever it starts ends with it.
  const process_ = spawn(path, [...chromiumFlags, ...own], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    let told = '';
    process_.stderr.on('data', (bytes: Buffer) => {
      told += bytes.toString();
      const found = /DevTools listening on (ws:\/\/\S+)/.exec(told)?.[1];
      if (found) resolve(found);
    });
    process_.once('exit', () => reject(new Error(`Chromium ended by itself:\n${told}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no profile');
  return {
    context,
    kill: async () => {
      if (process_.pid !== undefined && process_.exitCode === null) process.kill(-process_.pid, 'SIGKILL');
      await ended;
    },
  };
}
