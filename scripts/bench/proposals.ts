/**
 * How long the first proposals for another time take: p95 of `GET /timetable/lessons/:id/free-slots` for lessons drawn
 * at random, as the group's tutor asks. Bar: 100 ms for 500 students, 300 ms for 10,000.
 * `npx tsx scripts/bench/proposals.ts [--groups 25,500] [--asked 200] [--database sqlite]`; one JSON line a size.
 */
import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { system } from '../../server/access/actor.ts';
import { type App, createApp } from '../../server/app.ts';
import { authApi } from '../../server/auth/api.ts';
import { calendarApi } from '../../server/calendar/api.ts';
import { readConfig } from '../../server/config.ts';
import type { WriteScope } from '../../server/host/scope.ts';
import { importApi } from '../../server/import/api.ts';
import { peopleApi } from '../../server/people/api.ts';
import { startPostgres } from '../../tests/harness/postgresServer.ts';
import { startMeasured } from './process.ts';
import { benchSchool } from './school.ts';

const { values } = parseArgs({
  options: {
    groups: { type: 'string', default: '25,500' },
    asked: { type: 'string', default: '200' },
    database: { type: 'string', default: 'sqlite' },
  },
});

const term = { from: '2027-01-11', until: '2027-02-19' };
const weeks = 5;
const password = 'bench-bench-bench';
const bars: Readonly<Record<number, number>> = { 25: 100, 500: 300 };
const hourMs = 3_600_000;

interface Course {
  readonly id: string;
  readonly groupId: string;
  readonly teacherId: string;
  readonly lessonsAWeek: number;
}

/** A school of so many groups with a timetable that holds: the lessons of each week one after the other, from Monday at nine. */
async function prepare(env: NodeJS.ProcessEnv, groups: number): Promise<readonly string[]> {
  const app = await createApp(readConfig(env));
  await app.scopes.inWrite(system, (scope) => app.api(importApi).importFiles(scope, benchSchool(groups, term)));
  await account(app, 'coordinator');
  // What the import left to do would be done by the server that is measured.
  await app.dispatcher.idle();
  const { reader } = app.database;
  const courses: Course[] = await reader('school_course').select('id', 'groupId', 'teacherId', 'lessonsAWeek');
  const members: { groupId: string; personId: string }[] = await reader('school_group_member').select(
    'groupId',
    'personId',
  );
  const publicationId = await app.scopes.inWrite(system, (scope) => insertPublication(app, scope));
  for (const groupId of new Set(courses.map((one) => one.groupId))) {
    const ofGroup = courses.filter((one) => one.groupId === groupId);
    const students = members.filter((one) => one.groupId === groupId).map(({ personId }) => personId);
    await app.scopes.inWrite(system, (scope) =>
      insertLessons(app, scope, { groupId, publicationId, students }, ofGroup),
    );
  }
  const ids: { id: string }[] = await reader('timetable_lesson')
    .where('startsAt', '<', new Date(Date.parse(`${term.from}T00:00:00Z`) + 7 * 24 * hourMs))
    .orderBy('id')
    .select('id');
  await app.close();
  return ids.map(({ id }) => id);
}

async function account(app: App, login: string): Promise<void> {
  const auth = app.api(authApi);
  const passwordHash = await auth.hashPassword(password);
  await app.scopes.inWrite(system, async (scope) => {
    const row: { id: string } | undefined = await scope.db('people_person').where({ externalId: login }).first('id');
    if (!row) throw new Error(`The school has no ${login}`);
    // Who changes lessons: the tutor's rights, over everything.
    const everywhere = { role: 'lead-tutor', scopeKind: 'everything', homeSchoolId: null } as const;
    await app.api(peopleApi).grantRole(scope, { personId: row.id, ...everywhere });
    await auth.createAccounts(scope, [{ personId: row.id, login, passwordHash }]);
  });
}

async function insertPublication({ clock }: App, { db, newId }: WriteScope): Promise<string> {
  const [termRow]: { id: string }[] = await db('school_term').select('id');
  const [person]: { id: string }[] = await db('people_person').limit(1).select('id');
  const id = newId();
  const draft = { id: newId(), termId: termRow?.id, name: 'Bench', seed: 1, rulesJson: '{}', createdById: person?.id };
  await db('timetable_draft').insert({ ...draft, createdAt: clock() });
  await db('timetable_publication').insert({
    id,
    termId: termRow?.id,
    number: 1,
    effectiveOn: term.from,
    state: 'published',
    draftId: draft.id,
    fingerprint: '0'.repeat(64),
    countsJson: '{}',
    publishedById: person?.id,
    startedAt: clock(),
    publishedAt: clock(),
  });
  return id;
}

interface Of {
  readonly groupId: string;
  readonly publicationId: string;
  readonly students: readonly string[];
}

async function insertLessons(app: App, scope: WriteScope, of: Of, courses: readonly Course[]): Promise<void> {
  const monday = Date.parse(`${term.from}T08:00:00Z`);
  const wanted = Array.from({ length: weeks }, (_, week) => {
    const all = courses.flatMap((course) =>
      Array.from({ length: course.lessonsAWeek }, (_one, at) => ({ course, nth: at + 1 })),
    );
    // Three or four hours a day; the rest of the grid is where a lesson could go.
    return all.map(({ course, nth }, i) => {
      const startsAt = new Date(monday + week * 7 * 24 * hourMs + (i % 5) * 24 * hourMs + Math.floor(i / 5) * hourMs);
      const endsAt = new Date(startsAt.getTime() + 50 * 60_000);
      return { id: scope.newId(), course, nth, week, startsAt, endsAt };
    });
  }).flat();
  const taken = await app.api(calendarApi).claimMany(
    scope,
    wanted.map(({ id, course, startsAt, endsAt }) => ({
      source: { plugin: 'timetable', entityId: id },
      interval: { startsAt, endsAt },
      subjects: [course.teacherId, ...of.students],
    })),
  );
  const rows = wanted.map(({ id, course, nth, week, startsAt, endsAt }, i) => ({
    id,
    publicationId: of.publicationId,
    groupId: of.groupId,
    courseId: course.id,
    teacherId: course.teacherId,
    courseNth: nth,
    weekOn: new Date(monday + week * 7 * 24 * hourMs).toISOString().slice(0, 10),
    heldOn: startsAt.toISOString().slice(0, 10),
    startsAt,
    endsAt,
    zone: 'Europe/Madrid',
    state: 'planned',
    commitmentId: taken[i]?.id,
    changedAt: scope.now,
  }));
  await scope.db.batchInsert('timetable_lesson', rows, 50);
}

async function measure(groups: number, env: NodeJS.ProcessEnv) {
  const ids = await prepare({ ...process.env, ...env }, groups);
  const server = await startMeasured('server/main.ts', [], { ...env, PORT: '0', REQUESTS_PER_MINUTE: '1000000' });
  try {
    const headers = { 'content-type': 'application/json', origin: server.url };
    const session = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ login: 'coordinator', password }),
    });
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const times: number[] = [];
    const cpu = server.cpuSeconds();
    const asked = Number(values.asked);
    for (let i = 0; i < asked + 20; i += 1) {
      const id = ids[(i * 7919) % ids.length];
      const begun = performance.now();
      const reply = await fetch(`${server.url}/api/timetable/lessons/${id}/free-slots`, {
        headers: { ...headers, cookie },
      });
      const { items }: { items: unknown[] } = await reply.json();
      if (!reply.ok || items.length === 0) throw new Error(`${reply.status}: ${JSON.stringify(items)}`);
      // The first ones warm up.
      if (i >= 20) times.push(performance.now() - begun);
    }
    const at = (part: number) =>
      Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0) * 10) / 10;
    const bar = bars[groups];
    return {
      database: values.database,
      students: groups * 20,
      lessons: groups * weeks * 15,
      asked,
      p50: at(0.5),
      p95: at(0.95),
      processorMs: Math.round(((server.cpuSeconds() - cpu) / (asked + 20)) * 1000),
      ...(bar === undefined ? {} : { bar, isMet: at(0.95) <= bar }),
      load: loadavg()[0],
    };
  } finally {
    await server.stop();
  }
}

for (const groups of values.groups.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'proposals-'));
  const postgres = values.database === 'postgres' ? await startPostgres('durable') : undefined;
  const env = {
    TUTORIA_MODE: 'development',
    LOG_LEVEL: 'error',
    DATA_DIR: folder,
    ...(postgres ? { DATABASE_URL: postgres.url } : {}),
  };
  process.stdout.write(`${JSON.stringify(await measure(groups, env))}\n`);
  await postgres?.stop();
}
