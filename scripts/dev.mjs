/** `npm run dev`: the server and the client from their sources, both reloaded when a file changes. */
import { spawn } from 'node:child_process';
import { top } from './isBuilt.mjs';

const start = (...args) => spawn(process.execPath, args, { cwd: top, stdio: 'inherit' });

const both = [
  start('node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'),
  start('node_modules/vite/bin/vite.js', '--config', 'client/vite.config.ts'),
];
for (const one of both)
  one.on('exit', (code) => {
    process.exitCode ??= code ?? 1;
    for (const other of both) other.kill();
  });
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    for (const one of both) one.kill(signal);
  });
