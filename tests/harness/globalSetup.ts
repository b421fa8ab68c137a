import { closeAll } from './atEnd.ts';
import { type PostgresServer, startPostgres } from './postgresServer.ts';
import { publishTestEnvironment } from './testEnvironment.ts';

let server: PostgresServer | undefined;

/** Runs once, in the main process, before workers are forked. */
export async function mochaGlobalSetup(): Promise<void> {
  // Far from UTC, so that code that leans on the server's own zone fails.
  process.env.TZ ??= 'Asia/Kamchatka';
  server = await startPostgres();
  publishTestEnvironment({ postgresUrl: server.url, directory: server.directory });
}

export async function mochaGlobalTeardown(): Promise<void> {
  await closeAll();
  await server?.stop();
}
