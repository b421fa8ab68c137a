/** `npm run bench -- NAME [options]`: runs scripts/bench/NAME.ts, which prints its figures. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [name = '', ...options] = process.argv.slice(2);
const folder = new URL('./bench/', import.meta.url);
const script = fileURLToPath(new URL(`${name}.ts`, folder));

if (/^\w+$/.test(name) && existsSync(script)) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...options], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} else {
  const known = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  console.error(`Name a benchmark: ${known.join(', ')}`);
  process.exitCode = 2;
}
