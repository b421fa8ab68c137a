import type { Knex } from 'knex';
import { draftOf, publish, runningSchool } from '../../../plugins/timetable/tests/runningSchool.ts';
import type { App } from '../../../server/app.ts';
import type { Language } from '../../../server/host/language.ts';
import type { TestApp } from '../../harness/eachApp.ts';
import { accountOf } from '../../harness/testAgent.ts';
import type { Pool } from './arbitraryOf.ts';
import type { FuzzRole } from './fuzzCase.ts';

/** Who sends: the account, and the language in which the answers are to be. */
export interface Fuzzer {
  readonly personId: string;
  readonly language: Language;
}

/** A small school with a published timetable, another draft, a request for another time and a calendar address. */
export async function fuzzedSchool(test: TestApp): Promise<ReadonlyMap<FuzzRole, Fuzzer>> {
  const { school, app } = test;
  const it = await runningSchool(test);
  const admin = await school.staff('admin');
  const part = await school.subgroup(it.group);
  await school.subgroupMember(part, it.student);
  const tutor = await test.signIn(it.tutor);
  await publish(test, tutor, { draftId: it.draftId, effectiveOn: '2026-09-07' });
  await draftOf(test, it.term, it.group, [[it.maths, { weekday: 2, hour: 2 }]], it.tutor);
  const week = await tutor.get(`/api/timetable/groups/${it.group.id}/week?from=2026-09-07`).expect(200);
  const student = await test.signIn(it.student);
  await student
    .post(`/api/timetable/lessons/${week.body.lessons[0].id}/reschedules`)
    .send({ reason: 'A doctor', slot: { on: '2026-09-10', time: '10:00' } })
    .expect(201);
  await student.post('/api/timetable/feeds').send({}).expect(201);
  const browser = await test.signIn(admin);
  const holiday = { name: 'Bridge', fromOn: '2026-10-12', untilOn: '2026-10-12' };
  await browser.post('/api/holidays').send(holiday).expect(201);
  const people = { admin: admin.id, tutor: it.tutor.id, student: it.student.id };
  const fuzzers: readonly (readonly [keyof typeof people, Language])[] = [
    ['admin', 'en'],
    ['tutor', 'ru'],
    ['student', 'es'],
  ];
  for (const [role, language] of fuzzers)
    await app.database.write((trx) => trx('people_person').where({ id: people[role] }).update({ language }));
  return new Map<FuzzRole, Fuzzer>([
    ...fuzzers.map(([role, language]) => [role, { personId: people[role], language }] as const),
    ['visitor', { personId: '', language: 'ru' }],
  ]);
}

/** The cookie of a fresh session; the account works again whatever was done to it. */
export async function freshCookie(test: TestApp, personId: string): Promise<string> {
  if (!personId) return '';
  await revive(test.app, personId);
  const { login, password } = await accountOf(test.app, personId);
  const reply = await test.visitor().post('/api/session').send({ login, password }).expect(200);
  const cookies: unknown = reply.headers['set-cookie'];
  return Array.isArray(cookies) ? (String(cookies[0]).split(';')[0] ?? '') : '';
}

/** The language in which this person is answered now; a visitor asks for Russian. */
export async function languageOf(db: Knex, personId: string | undefined): Promise<Language> {
  if (!personId) return 'ru';
  const row: { language: Language } | undefined = await db('people_person').where({ id: personId }).first('language');
  return row?.language ?? 'en';
}

/** Takes back what a request may have done to the one who sends. */
async function revive({ database }: App, personId: string): Promise<void> {
  await database.write(async (trx) => {
    await trx('people_person').where({ id: personId }).update({ isActive: true });
    await trx('auth_account').where({ personId }).delete();
  });
}

const tables: Readonly<Record<string, readonly [table: string, column?: string]>> = {
  homeSchoolId: ['school_home_school'],
  groupId: ['school_group'],
  subgroupId: ['school_subgroup'],
  courseId: ['school_course'],
  subjectId: ['school_subject'],
  termId: ['school_term'],
  holidayId: ['school_holiday'],
  personId: ['people_person'],
  studentId: ['people_student', 'personId'],
  teacherId: ['school_course', 'teacherId'],
  guardianId: ['people_guardianship', 'guardianId'],
  guardianshipId: ['people_guardianship'],
  roleId: ['people_role'],
  draftId: ['timetable_draft'],
  publicationId: ['timetable_publication'],
  lessonId: ['timetable_lesson'],
  releasedLessonId: ['timetable_lesson'],
  rescheduleId: ['timetable_reschedule'],
  exceptionId: ['timetable_exception'],
  compromiseId: ['timetable_compromise'],
  feedId: ['timetable_feed'],
  forPersonId: ['people_student', 'personId'],
  aboutId: ['people_student', 'personId'],
  acceptedPersonId: ['people_student', 'personId'],
  sharesDeviceWith: ['people_person'],
  id: ['jobs_job'],
};

/** The ids that there are now, a few of each. */
export async function poolNow(db: Knex): Promise<Pool> {
  const found = new Map<string, readonly string[]>();
  for (const [name, [table, column = 'id']] of Object.entries(tables)) {
    const rows: Record<string, string>[] = await db(table).distinct(column).orderBy(column).limit(5);
    found.set(
      name,
      rows.flatMap((row) => row[column] ?? []),
    );
  }
  return (name) => found.get(name) ?? [];
}
