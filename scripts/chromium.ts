/** Makes sure that there is a Chromium for the browser tests; as root on Debian or Ubuntu it installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './findChromium.ts';

/** Noto has the Cyrillic and Latin letters of the three languages; a bare system has no fonts at all. */
const packages = ['chromium', 'fonts-noto-core'];

const remedy = `The browser tests need Chromium. Install it (Debian, Ubuntu: apt-get install ${packages.join(' ')})
or set CHROMIUM_PATH to the program of a Chromium or Chrome.`;

function apt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`apt-get ${args.join(' ')} failed.\n${remedy}`);
}

function install(): void {
  if (process.env.CHROMIUM_PATH) throw new Error(`CHROMIUM_PATH names no program: ${process.env.CHROMIUM_PATH}`);
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(remedy);
  console.log(`No Chromium found; installing Debian's packages ${packages.join(' and ')} for the browser tests ...`);
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  if (!findChromium()) throw new Error(remedy);
}

try {
  if (!findChromium()) install();
  console.log(`Chromium for the browser tests: ${findChromium()}`);
} catch (reason) {
  console.error(reason instanceof Error ? reason.message : reason);
  process.exitCode = 1;
}
