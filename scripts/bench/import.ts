import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { system } from '../../server/access/actor.ts';
import { createApp } from '../../server/app.ts';
import { authApi } from '../../server/auth/api.ts';
import { readConfig } from '../../server/config.ts';
import { bytesAPiece, importApi } from '../../server/import/api.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';
import { startMeasured } from './process.ts';
import { benchSchool } from './school.ts';
import { share, steadily } from './steadily.ts';

/*
 * Bar: 10,000 students with guardians are taken in within 60 s, preview and commit together, with less than
 * 500 MB of memory; nobody waits for the write lock longer than 2 s; the p99 of other people's requests, one in
 * ten a write, at most doubles. On both databases; then the same files once more, which change nothing.
 *
 *   npm run build && npx tsx scripts/bench/import.ts [students] [sqlite|postgres]
 */

const students = Number(process.argv[2] ?? 10_000);
const [only] = process.argv.slice(3);
const aGroup = 25;
/** So many that three slow ones do not make the p99. */
const perSecond = 40;
const quietSeconds = 15;
const password = 'bench-bench-bench';

const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.join(',')).join('\r\n'));

const named = (id: string, family: string): string[] => [id, 'Ana', family, 'es', 'Europe/Madrid'];
const headings = ['id', 'given_name', 'family_name', 'language', 'zone'];

/** Every second child has two guardians. */
function files(): { name: string; bytes: Buffer }[] {
  const ids = Array.from({ length: students }, (_, at) => `s${at}`);
  const groupOf = (at: number): string => `big${Math.floor(at / aGroup)}`;
  const groups = [...new Set(ids.map((_, at) => groupOf(at)))];
  const guardians = ids.flatMap((id, at) =>
    (at % 2 === 0 ? [`${id}-m`, `${id}-f`] : [`${id}-m`]).map((key) => [key, id]),
  );
  return [
    {
      name: 'groups.csv',
      bytes: csv([
        ['id', 'name', 'grade', 'zone', 'days', 'hours', 'minutes'],
        ...groups.map((id) => [id, id, '7', 'Europe/Madrid', '1-5', '09:00|10:00|11:00|12:00|13:00', '50']),
      ]),
    },
    {
      name: 'students.csv',
      bytes: csv([
        [...headings, 'home_school', 'grade', 'group'],
        ...ids.map((id, at) => [...named(id, `Alumno ${at}`), 'h', '7', groupOf(at)]),
      ]),
    },
    {
      name: 'guardians.csv',
      bytes: csv([
        [...headings, 'phone', 'student', 'relation'],
        ...guardians.map(([id = '', child = '']) => [
          ...named(id, `Familia ${child}`),
          '+34 600 000 000',
          child,
          'mother',
        ]),
      ]),
    },
  ];
}

type Call = (method: string, path: string, body?: unknown, revision?: number) => Promise<Record<string, never>>;

async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const app = await createApp(readConfig(env));
  const term = { from: '2027-01-11', until: '2027-06-25' };
  await app.scopes.inWrite(system, (scope) => app.api(importApi).importFiles(scope, benchSchool(5, term)));
  const auth = app.api(authApi);
  const passwordHash = await auth.hashPassword(password);
  await app.scopes.inWrite(system, async (scope) => {
    const row: { id: string } | undefined = await scope
      .db('people_person')
      .where({ externalId: 'coordinator' })
      .first('id');
    if (row) await auth.createAccounts(scope, [{ personId: row.id, login: 'coordinator', passwordHash }]);
  });
  await app.dispatcher.idle();
  await app.close();
}

async function signedIn(url: string): Promise<Call> {
  const headers = { 'content-type': 'application/json', origin: url };
  const account = JSON.stringify({ login: 'coordinator', password });
  const reply = await fetch(`${url}/api/session`, { method: 'POST', headers, body: account });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (method, path, body, revision) => {
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { ...headers, cookie, ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const read: Record<string, never> = JSON.parse(await answer.text());
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(read)}`);
    return read;
  };
}

interface Run {
  readonly id?: string;
  readonly jobId?: string;
  readonly fingerprint?: string;
  readonly state?: string;
  readonly summary?: { readonly faults: number; readonly changes: number; readonly lockedMs: number | null };
}

async function finished(call: Call, { id, jobId }: Run): Promise<Run> {
  for (;;) {
    const job: { state?: string } = await call('GET', `/jobs/${jobId}`);
    if (job.state === 'done') return call('GET', `/import/runs/${id}`);
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(JSON.stringify(job));
    await delay(250);
  }
}

async function takeIn(call: Call): Promise<Run> {
  const all = files();
  const announced = all.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const run: Run = await call('POST', '/import/runs', { files: announced });
  for (const [file, { bytes }] of all.entries())
    for (let nth = 0; nth * bytesAPiece < bytes.length; nth++) {
      const data = bytes.subarray(nth * bytesAPiece, (nth + 1) * bytesAPiece).toString('base64');
      await call('PUT', `/import/runs/${run.id}/pieces`, { file, nth, data });
    }
  const planned = await finished(call, await call('POST', `/import/runs/${run.id}/plan`, {}));
  if (planned.summary?.faults !== 0) throw new Error(JSON.stringify(planned.summary));
  if (planned.summary.changes === 0) return planned;
  return finished(call, await call('POST', `/import/runs/${run.id}/apply`, { fingerprint: planned.fingerprint }));
}

/** Largest resident memory so far, in MB. */
const peakMb = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);

async function measure(env: NodeJS.ProcessEnv) {
  await prepare({ ...process.env, ...env });
  const server = await startMeasured('dist/server/main.js', [], { ...env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  try {
    const call = await signedIn(server.url);
    const people: { items?: { id: string }[] } = await call('GET', '/people?q=Alumno');
    const [one] = people.items ?? [];
    // One in ten is a write: somebody begins an import of their own and leaves it.
    const begin = () => call('POST', '/import/runs', { files: [{ name: 'students.csv', bytes: 1 }] });
    const person = () => call('GET', `/people/${one?.id}`);
    const ask = (nth: number) => (nth % 10 === 0 ? begin() : nth % 2 ? call('GET', '/groups') : person());
    const quiet = steadily(perSecond, ask);
    await delay(quietSeconds * 1000);
    const base = await quiet.stop();
    const busy = steadily(perSecond, ask);
    const begun = performance.now();
    const run = await takeIn(call);
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    const during = await busy.stop();
    const again = await takeIn(call);
    const ratio = Number((share(during, 0.99) / share(base, 0.99)).toFixed(2));
    const lockedMs = run.summary?.lockedMs ?? null;
    const memoryMb = peakMb(server.pid);
    return {
      ...{ students, changes: run.summary?.changes, seconds, lockedMs, memoryMb },
      requests: { before: base.length, during: during.length },
      ...{ p50Before: share(base, 0.5), p50During: share(during, 0.5) },
      ...{ p99Before: share(base, 0.99), p99During: share(during, 0.99), ratio, slowest: share(during, 0.9999) },
      changesAgain: again.summary?.changes,
      passed: seconds <= 60 && memoryMb < 500 && ratio <= 2 && (lockedMs ?? 0) <= 2000 && again.summary?.changes === 0,
    };
  } finally {
    await server.stop();
  }
}

const common = { TUTORIA_MODE: 'development', LOG_LEVEL: 'error' };
const fresh = () => mkdtempSync(join(tmpdir(), 'tutoria-bench-'));

async function onPostgres() {
  const server = await startPostgres('durable');
  try {
    return await measure({ ...common, DATA_DIR: fresh(), DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

const sqlite = only === 'postgres' ? undefined : await measure({ ...common, DATA_DIR: fresh() });
const postgres = only === 'sqlite' ? undefined : await onPostgres();
const passed = [sqlite, postgres].every((one) => one?.passed ?? true);
console.log(JSON.stringify({ bench: 'import', passed, sqlite, postgres }, null, 2));
