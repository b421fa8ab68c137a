import { chmodSync, existsSync, rmSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Command, Output } from './command.ts';

/*
 * SQLite has one writer: while the server runs, the command line hands its commands over through a socket
 * in the data folder that only the server's own user can open.
 */

const socketOf = (config: Config): string => join(config.dataDir, 'control.sock');

const Call = z.strictObject({ command: z.string(), args: z.unknown() });
const Said = z.union([
  z.object({ line: z.string() }),
  z.object({ progress: z.string() }),
  z.object({ code: z.number() }),
]);

/** Listens for commands; returns what ends it. On PostgreSQL nothing is needed. */
export async function openControl(app: App, commands: readonly Command<unknown>[]): Promise<() => Promise<void>> {
  if (app.config.database.dialect !== 'sqlite') return async () => undefined;
  const path = socketOf(app.config);
  rmSync(path, { force: true });
  const server = createServer((req, res) => {
    const say = (said: object) => void res.write(`${JSON.stringify(said)}\n`);
    void answer(app, commands, req, { line: (line) => say({ line }), progress: (progress) => say({ progress }) })
      .catch((reason: unknown) => {
        app.log.error({ err: reason }, 'A command failed');
        say({ line: 'The command failed; the server log says why.' });
        return 70;
      })
      .then((code) => res.end(`${JSON.stringify({ code })}\n`));
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  chmodSync(path, 0o600);
  return () => closeServer(server);
}

async function answer(
  app: App,
  commands: readonly Command<unknown>[],
  req: NodeJS.ReadableStream,
  output: Output,
): Promise<number> {
  const call = Call.parse(JSON.parse(await text(req)));
  const command = commands.find(({ name }) => name === call.command);
  if (!command) throw new Error(`The running server does not know the command ${call.command}`);
  return command.run(app, call.args, output);
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Has the running server do it; undefined when none is running. */
export async function runInServer<A>(
  config: Config,
  command: Command<A>,
  args: A,
  output: Output,
): Promise<number | undefined> {
  if (config.database.dialect !== 'sqlite' || !existsSync(socketOf(config))) return undefined;
  return new Promise((resolve, reject) => {
    const call = request({ socketPath: socketOf(config), method: 'POST', path: '/' }, (res) => {
      let rest = '';
      let code = 70;
      res.setEncoding('utf8');
      res.on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) code = hear(line, output) ?? code;
      });
      res.on('end', () => resolve(code));
    });
    call.on('error', (reason: NodeJS.ErrnoException) =>
      reason.code === 'ECONNREFUSED' || reason.code === 'ENOENT' ? resolve(undefined) : reject(reason),
    );
    call.end(JSON.stringify({ command: command.name, args }));
  });
}

/** Passes one line of the server on; answers the exit code when it is the last. */
function hear(line: string, output: Output): number | undefined {
  const said = Said.parse(JSON.parse(line));
  if ('code' in said) return said.code;
  if ('line' in said) output.line(said.line);
  else output.progress(said.progress);
  return undefined;
}
