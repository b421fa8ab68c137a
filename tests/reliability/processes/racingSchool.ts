import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { type App, createApp } from '../../../server/app.ts';
import type { DatabaseConfig } from '../../../server/db/connect.ts';
import { testConfig } from '../../harness/product.ts';
import { accountOf } from '../../harness/testAgent.ts';
import { type TestSchool, testSchool } from '../../harness/testSchool.ts';
import { Client } from './client.ts';

export interface RacingSchool {
  readonly termId: string;
  readonly draftId: string;
  /** First day of the term, a Monday some weeks ahead. */
  readonly startsOn: string;
  readonly tutorId: string;
  readonly adminId: string;
  /** By group: its students; the last of each is in the next group too. */
  readonly studentIds: readonly (readonly string[])[];
  readonly teacherIds: readonly string[];
  readonly groupIds: readonly string[];
}

export interface SchoolSize {
  readonly groups: number;
  readonly weeks: number;
}

const zone = 'Europe/Madrid';
const teachers = 3;
const lessonsAWeek = 3;

/** The app on this database, in this process, without anything that runs in the background: for making and reading rows. */
export const openApp = (database: DatabaseConfig): Promise<App> => createApp(testConfig(database), { migrate: false });

/**
 * Groups of four students with two courses each. Neighbouring groups share a student, all share the teachers and the
 * tutor. The draft gives every lesson an hour that no other lesson of the school has.
 */
export async function racingSchool(app: App, { groups, weeks }: SchoolSize): Promise<RacingSchool> {
  const school = testSchool(app);
  const startsOn = DateTime.now().setZone(zone).plus({ weeks: 4 }).startOf('week');
  const endsOn = startsOn.plus({ weeks }).minus({ days: 1 });
  const term = await school.term({ startsOn: isoOf(startsOn), endsOn: isoOf(endsOn) });
  const homeSchool = await school.homeSchool();
  const tutor = await school.person();
  const admin = await school.staff('admin');
  const teacherIds: string[] = [];
  for (let i = 0; i < teachers; i++) teacherIds.push((await school.staff('teacher')).id);
  const all = [];
  const places: Place[] = [];
  for (let i = 0; i < groups; i++) {
    const group = await school.group({ zone });
    await school.grid(group);
    await school.tutor(group, tutor, always);
    all.push({ id: group.id, studentIds: await studentsOf(school, group, homeSchool.id) });
    for (let nth = 0; nth < 2; nth++) {
      const course = await school.course(group, { teacherId: teacherIds[(i + nth) % teachers] ?? null, lessonsAWeek });
      for (let one = 1; one <= lessonsAWeek; one++) places.push(placeOf(group.id, course.id, one, places.length));
    }
  }
  for (const [i, { studentIds }] of all.entries())
    await school.member(all[(i + 1) % all.length] ?? { id: '' }, { id: studentIds.at(-1) ?? '' }, always);
  const draftId = await insertDraft(app, term.id, tutor.id, places);
  return {
    termId: term.id,
    draftId,
    startsOn: isoOf(startsOn),
    tutorId: tutor.id,
    adminId: admin.id,
    studentIds: all.map(({ studentIds }) => studentIds),
    teacherIds,
    groupIds: all.map(({ id }) => id),
  };
}

const always = { fromOn: '2020-01-01' };

async function studentsOf(school: TestSchool, group: { readonly id: string }, homeSchoolId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let nth = 0; nth < 4; nth++) {
    const student = await school.student({ homeSchoolId });
    await school.member(group, student, always);
    ids.push(student.id);
  }
  return ids;
}

const isoOf = (day: DateTime): string => day.toFormat('yyyy-MM-dd');

interface Place {
  readonly groupId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly weekday: number;
  readonly hourIndex: number;
}

const placeOf = (groupId: string, courseId: string, nth: number, number: number): Place => ({
  groupId,
  courseId,
  nth,
  weekday: 1 + (number % 5),
  hourIndex: 1 + (Math.floor(number / 5) % 8),
});

const rules = { meetingRooms: null, lessonsADay: 24, lessonsInARow: null, teacherLessonsADay: null, breaks: [] };

async function insertDraft(app: App, termId: string, tutorId: string, places: readonly Place[]): Promise<string> {
  const id = app.newId();
  const draft = { id, termId, name: 'Race', seed: 1, rulesJson: JSON.stringify(rules), createdById: tutorId };
  await app.database.write(async (trx) => {
    await trx('timetable_draft').insert({ ...draft, createdAt: app.clock() });
    for (const groupId of new Set(places.map((place) => place.groupId)))
      await trx('timetable_draft_group').insert({ draftId: id, groupId });
    for (const place of places) await trx('timetable_draft_lesson').insert({ draftId: id, ...place });
  });
  return id;
}

/** Signs a person in at one process. */
export const signedIn = async (app: App, url: string, personId: string): Promise<Client> =>
  Client.signIn(url, await accountOf(app, personId));

const Preview = z.object({
  fingerprint: z.string(),
  counts: z.object({ added: z.int() }),
  clashes: z.array(z.unknown()),
});
const Started = z.object({ id: z.uuid(), jobId: z.uuid() });
const Job = z.object({ state: z.string(), problem: z.string().nullable() });

/** Begins to publish the draft; answers how many lessons there will be. */
export async function startPublishing(
  client: Client,
  url: string,
  { draftId, startsOn }: RacingSchool,
): Promise<{ readonly publicationId: string; readonly jobId: string; readonly lessons: number }> {
  const plan = { draftId, effectiveOn: startsOn };
  const preview = (await client.ask(url, 'POST', '/timetable/publication-previews', { body: plan })).as(Preview);
  if (preview.clashes.length > 0) throw new Error('The draft of the race has clashes of its own');
  const body = { ...plan, fingerprint: preview.fingerprint };
  const started = (await client.ask(url, 'POST', '/timetable/publications', { body })).as(Started);
  return { publicationId: started.id, jobId: started.jobId, lessons: preview.counts.added };
}

/** Waits for the end of a job. */
export async function jobDone(client: Client, url: string, jobId: string): Promise<void> {
  for (;;) {
    const job = (await client.ask(url, 'GET', `/jobs/${jobId}`)).as(Job);
    if (job.state === 'done') return;
    if (job.state !== 'queued' && job.state !== 'running') throw new Error(`The job is ${job.state}: ${job.problem}`);
    await delay(100);
  }
}
