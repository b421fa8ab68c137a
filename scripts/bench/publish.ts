import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { system } from '../../server/access/actor.ts';
import { type App, createApp } from '../../server/app.ts';
import { authApi } from '../../server/auth/api.ts';
import { readConfig } from '../../server/config.ts';
import { importApi } from '../../server/import/api.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';
import { startMeasured } from './process.ts';
import { benchSchool } from './school.ts';
import { share, steadily } from './steadily.ts';

/*
 * Bar: publishing 500 students x a term takes at most 60 s, while the p99 of other requests at most doubles. Requests
 * come at a steady rate before, during and after; before and after together are the yardstick. Both databases, durable
 * commits, the built product.
 *
 *   npm run build && npx tsx scripts/bench/publish.ts [sqlite|postgres]
 */

const groups = 25;
const term = { from: '2027-01-11', until: '2027-06-25' };
/** Few enough for a machine that others use too: requests that queue up would hide what is measured. */
const readsPerSecond = 10;
/** Many enough for a hundredth of the writes of a run to be more than its slowest one or two. */
const writesPerSecond = 15;
const controlSeconds = 25;
const password = 'bench-bench-bench';

async function prepare(env: NodeJS.ProcessEnv): Promise<void> {
  const app = await createApp(readConfig(env));
  await app.scopes.inWrite(system, (scope) => app.api(importApi).importFiles(scope, benchSchool(groups, term)));
  await accounts(app, ['coordinator', 'g1-1']);
  await app.dispatcher.idle();
  await app.close();
}

async function accounts(app: App, keys: readonly string[]): Promise<void> {
  const auth = app.api(authApi);
  const passwordHash = await auth.hashPassword(password);
  await app.scopes.inWrite(system, async (scope) => {
    for (const login of keys) {
      const row: { id: string } | undefined = await scope.db('people_person').where({ externalId: login }).first('id');
      if (row) await auth.createAccounts(scope, [{ personId: row.id, login, passwordHash }]);
    }
  });
}

type Call = (method: string, path: string, body?: unknown, revision?: number) => Promise<Record<string, never>>;

async function signedIn(url: string, login: string): Promise<Call> {
  const headers = { 'content-type': 'application/json', origin: url };
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password }),
  });
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

interface Times {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** Asks for both at a steady rate until told to stop. */
function asking(read: () => Promise<unknown>, write: () => Promise<unknown>): { stop(): Promise<Times> } {
  const reads = steadily(readsPerSecond, read);
  const writes = steadily(writesPerSecond, write);
  return { stop: async () => ({ reads: await reads.stop(), writes: await writes.stop() }) };
}

function compare(control: readonly number[], during: readonly number[]) {
  const of = (times: readonly number[]) => ({
    ...{ count: times.length, p50: share(times, 0.5), p99: share(times, 0.99) },
    slowest: times
      .toSorted((a, b) => b - a)
      .slice(0, 4)
      .map(Math.round),
  });
  const [base, busy] = [of(control), of(during)];
  return { control: base, during: busy, p99Ratio: Number((busy.p99 / base.p99).toFixed(2)) };
}

async function finished(call: Call, jobId: string): Promise<void> {
  for (;;) {
    const job: { state?: string } = await call('GET', `/jobs/${jobId}`);
    if (job.state === 'done') return;
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(JSON.stringify(job));
    await delay(250);
  }
}

async function measure(env: NodeJS.ProcessEnv) {
  await prepare({ ...process.env, ...env });
  const server = await startMeasured('dist/server/main.js', [], { ...env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  try {
    const tutor = await signedIn(server.url, 'coordinator');
    const student = await signedIn(server.url, 'g1-1');
    const draftId = await solvedDraft(tutor);
    const ask = () =>
      asking(
        () => student('GET', '/timetable/week?from=2027-02-01'),
        () => student('POST', '/notices/read', { all: true }),
      );
    const control = async () => {
      const [quiet, from] = [ask(), server.mainCpuSeconds()];
      await delay(controlSeconds * 1000);
      return { ...(await quiet.stop()), cpu: server.mainCpuSeconds() - from };
    };
    const earlier = await control();
    const plan = { draftId, effectiveOn: term.from };
    const busy = ask();
    const begun = performance.now();
    const [cpuBefore, mainBefore] = [server.cpuSeconds(), server.mainCpuSeconds()];
    const preview: { fingerprint?: string } = await tutor('POST', '/timetable/publication-previews', plan);
    const previewed = performance.now();
    const started: { jobId?: string } = await tutor('POST', '/timetable/publications', {
      ...plan,
      fingerprint: preview.fingerprint,
    });
    await finished(tutor, started.jobId ?? '');
    const seconds = Number(((performance.now() - previewed) / 1000).toFixed(1));
    const cpuSeconds = Number((server.cpuSeconds() - cpuBefore).toFixed(1));
    const during = { ...(await busy.stop()), cpu: server.mainCpuSeconds() - mainBefore };
    await delay(2000);
    const later = await control();
    const reads = compare([...earlier.reads, ...later.reads], during.reads);
    const writes = compare([...earlier.writes, ...later.writes], during.writes);
    return {
      students: groups * 20,
      seconds,
      previewSeconds: Number(((previewed - begun) / 1000).toFixed(1)),
      cpuSeconds,
      loadAverage: loadavg()[0],
      mainThreadMsPerRequest: { control: msPerRequest([earlier, later]), during: msPerRequest([during]) },
      reads,
      writes,
      passed: seconds <= 60 && reads.p99Ratio <= 2 && writes.p99Ratio <= 2,
    };
  } finally {
    await server.stop();
  }
}

const msPerRequest = (runs: readonly (Times & { readonly cpu: number })[]): number =>
  Math.round(
    (1000 * runs.reduce((sum, { cpu }) => sum + cpu, 0)) /
      runs.reduce((sum, { reads, writes }) => sum + reads.length + writes.length, 0),
  );

async function solvedDraft(tutor: Call): Promise<string> {
  const terms: { items?: { id: string }[] } = await tutor('GET', '/terms');
  const list: { items?: { id: string }[] } = await tutor('GET', '/groups');
  const draft: { id?: string; revision?: number } = await tutor('POST', '/timetable/drafts', {
    termId: terms.items?.[0]?.id,
    groupIds: list.items?.map(({ id }) => id),
    name: 'Semestre',
    from: 'empty',
  });
  const solving: { jobId?: string } = await tutor(
    'POST',
    `/timetable/drafts/${draft.id}/solve`,
    { moves: 200_000, from: 'nothing' },
    draft.revision,
  );
  await finished(tutor, solving.jobId ?? '');
  return draft.id ?? '';
}

const common = { TUTORIA_MODE: 'development', LOG_LEVEL: 'error' };
const dataDir = () => mkdtempSync(join(tmpdir(), 'tutoria-bench-'));

async function onPostgres() {
  const server = await startPostgres('durable');
  try {
    return await measure({ ...common, DATA_DIR: dataDir(), DATABASE_URL: server.url });
  } finally {
    await server.stop();
  }
}

const [only] = process.argv.slice(2);
const measured = {
  ...(only === 'postgres' ? {} : { sqlite: await measure({ ...common, DATA_DIR: dataDir() }) }),
  ...(only === 'sqlite' ? {} : { postgres: await onPostgres() }),
};
const passed = Object.values(measured).every((one) => one.passed);
console.log(JSON.stringify({ bench: 'publish', passed, ...measured }, null, 2));
