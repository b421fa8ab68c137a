/** `npm run -s tutoria -- <command>`: the built command line when it is fresh, otherwise the sources. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dist, isBuilt, isFresh, top } from './isBuilt.mjs';

const canRunSources = existsSync(`${top}node_modules/tsx`) && existsSync(`${top}server/cli.ts`);
const program =
  isFresh() || (isBuilt() && !canRunSources) ? [`${dist}server/cli.js`] : ['--import', 'tsx', `${top}server/cli.ts`];

const child = spawn(process.execPath, ['--enable-source-maps', ...program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
// The terminal sends its signals to both; only the child decides when to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
