import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/*
 * Bar: publishing 500 students x a term takes at most 60 s, while the p99 of other requests at most doubles. Requests
 * come at a steady rate before and during; on both databases.
 */

const groups = 25;
const term = { from: '2027-01-11', until: '2027-06-25' };
const perSecond = 20;
const before = 15;
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

/** Asks at a steady rate until told to stop; the times of all answers, in milliseconds. */
function steadily(ask: () => Promise<unknown>): { stop(): Promise<readonly number[]> } {
  const times: number[] = [];
  const open = new Set<Promise<void>>();
  const timer = setInterval(() => {
    const started = performance.now();
    const asked = ask().then(() => void times.push(performance.now() - started));
    open.add(asked);
    void asked.finally(() => open.delete(asked));
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      return times;
    },
  };
}

const p99 = (times: readonly number[]): number =>
  Number((times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0).toFixed(1));

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
  const server = await startMeasured('server/main.ts', [], { ...env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  try {
    const tutor = await signedIn(server.url, 'coordinator');
    const student = await signedIn(server.url, 'g1-1');
    const draftId = await solvedDraft(tutor);
    const ask = () => student('GET', '/timetable/week?from=2027-02-01');
    const quiet = steadily(ask);
    await delay(before * 1000);
    const base = p99(await quiet.stop());
    const plan = { draftId, effectiveOn: term.from };
    const preview: { fingerprint?: string } = await tutor('POST', '/timetable/publication-previews', plan);
    const busy = steadily(ask);
    const begun = performance.now();
    const started: { jobId?: string } = await tutor('POST', '/timetable/publications', {
      ...plan,
      fingerprint: preview.fingerprint,
    });
    await finished(tutor, started.jobId ?? '');
    const seconds = Number(((performance.now() - begun) / 1000).toFixed(1));
    const during = p99(await busy.stop());
    const ratio = Number((during / base).toFixed(2));
    return {
      students: groups * 20,
      seconds,
      p99Before: base,
      p99During: during,
      ratio,
      passed: seconds <= 60 && ratio <= 2,
    };
  } finally {
    await server.stop();
  }
}

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
const sqlite = await measure({ ...common, DATA_DIR: mkdtempSync(join(tmpdir(), 'tutoria-bench-')) });
const server = await startPostgres();
try {
  const dataDir = mkdtempSync(join(tmpdir(), 'tutoria-bench-'));
  const postgres = await measure({ ...common, DATA_DIR: dataDir, DATABASE_URL: server.url });
  const passed = sqlite.passed && postgres.passed;
  console.log(JSON.stringify({ bench: 'publish', passed, sqlite, postgres }, null, 2));
} finally {
  await server.stop();
}
