/** Builds the product into dist/: `server` and `plugins` by the compiler, `client` by Vite beside it. */
import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dist, stamp, top, walk } from './isBuilt.mjs';

/** Runs a tool of node_modules; the build ends with its status when it fails. It has told why. */
async function run(tool, ...args) {
  const child = spawn(process.execPath, [`${top}node_modules/${tool}`, ...args], { cwd: top, stdio: 'inherit' });
  const status = await new Promise((resolve) => child.once('exit', resolve));
  if (status !== 0) process.exit(status ?? 1);
}

/** Files that the server reads at run time: texts, templates, fonts, samples. */
const isRead = (file) => !/\.tsx?$/.test(file) && !/\/(tests|client)(\/|$)/.test(file.slice(top.length - 1));

/** The compiler changes `./worker.ts` to `./worker.js` in imports, but not in addresses of workers. */
function pointAddressesToBuiltFiles() {
  // Not in dist/client, which Vite empties and fills meanwhile.
  const written = ['server', 'plugins'].flatMap((part) => walk(`${dist}${part}/`, (name) => name.endsWith('.js')));
  for (const file of written) {
    const text = readFileSync(file, 'utf8');
    const changed = text.replace(
      /new URL\((['"])(\.[^'"]*)\.ts\1, import\.meta\.url\)/g,
      'new URL($1$2.js$1, import.meta.url)',
    );
    if (changed !== text) writeFileSync(file, changed);
  }
}

for (const part of ['server', 'plugins', 'templates']) rmSync(`${dist}${part}`, { recursive: true, force: true });
rmSync(stamp, { force: true });

/** Types are checked by `npm run check`: checking them takes the compiler seven times as long as writing the files. */
async function buildServer() {
  await run('typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck');
  pointAddressesToBuiltFiles();
  for (const part of ['server', 'plugins', 'templates'].filter((part) => existsSync(`${top}${part}`)))
    for (const file of walk(`${top}${part}/`, isRead)) cpSync(file, `${dist}${file.slice(top.length)}`);
}

console.log('Building the server and the client ...');
await Promise.all([
  buildServer(),
  run('vite/bin/vite.js', 'build', '--config', 'client/vite.config.ts', '--logLevel', 'warn'),
]);

writeFileSync(stamp, '');
