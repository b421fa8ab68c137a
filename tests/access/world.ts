import { keysOf } from '../../server/auth/keys.ts';
import { seal } from '../../server/auth/seal.ts';
import type { TestApp } from '../harness/eachApp.ts';
import { makeRights, makeRound } from './contacts.ts';
import { emailOf } from './emails.ts';
import { makeForum, makeProgress, makeTemplate } from './forum.ts';
import { makeHelp } from './help.ts';
import { makeMessages } from './messages.ts';
import { makeOwn, type Own } from './own.ts';
import { makeArchive } from './privacy.ts';
import { makeLesson, makeTimetable } from './timetable.ts';

/**
 * Two halves of a school that have nothing to do with each other: a home school, a group with its tutor, its
 * course and teacher, a student in it with a guardian. Whoever belongs to one half must never see the other.
 * Nearer to `here` are two more: another child of the same group, and another group of the same home school.
 */
export interface World {
  readonly here: Half;
  /** Another student of the group of `here`, with a guardian, a request and a feed of their own. */
  readonly mate: Half;
  /** Another group of the home school of `here`; its coordinator is the same. */
  readonly beside: Half;
  readonly there: Half;
}

export interface Half extends Own {
  /** In the names of everything in this half, and nowhere else. */
  readonly mark: string;
  readonly homeSchoolId: string;
  readonly groupId: string;
  readonly subgroupId: string;
  readonly courseId: string;
  readonly studentId: string;
  readonly guardianId: string;
  readonly guardianshipId: string;
  readonly tutorId: string;
  readonly teacherId: string;
  /** The coordinator of the home school, and the row of that role. */
  readonly coordinatorId: string;
  readonly roleId: string;
  readonly jobId: string;
  /** One that has not begun. */
  readonly waitingJobId: string;
  /** Another group of the same tutor, which no round asks, with another student of the home school in it. */
  readonly quietGroupId: string;
  readonly looseId: string;
  /** A student of the home school who takes part no longer. */
  readonly goneId: string;
  /** A course without lessons, and a second part of the group. */
  readonly spareCourseId: string;
  readonly spareSubgroupId: string;
  /** Of the timetable, when it is installed. */
  readonly draftId: string;
  readonly publicationId: string;
  readonly lessonId: string;
  readonly exceptionId: string;
  readonly compromiseId: string;
  readonly rescheduleId: string;
  readonly meetingId: string;
  readonly feedId: string;
  readonly agreementId: string;
  readonly objectionId: string;
  /** A conversation of the tutor with the guardian, and what the tutor wrote. */
  readonly threadId: string;
  readonly messageId: string;
  readonly scheduledId: string;
  /** Of the forum, when it is installed: the group's board, and what its student wrote there. */
  readonly boardId: string;
  readonly progressBoardId: string;
  readonly topicId: string;
  readonly postId: string;
  readonly reportId: string;
  readonly materialId: string;
  readonly mailingId: string;
  /** To the student. */
  readonly letterId: string;
  readonly packId: string;
  /** An invitation of the student that nobody has used. */
  readonly codeId: string;
  readonly sheetId: string;
  readonly archiveId: string;
  /** A question of the guardian about the student, which the tutor answers. */
  readonly helpId: string;
  /** A round in which the group's families confirm their contacts. */
  readonly roundId: string;
  /** What is printed on its card: whoever has it is let in; of other cards: to join as a parent, for a new password. */
  readonly code: string;
  readonly familyCode: string;
  readonly resetCode: string;
  /** A court's limit that is long past, and a mark that the guardian must not find somebody. */
  readonly limitId: string;
  readonly separationId: string;
  /** Of the whole school: the same everywhere. */
  readonly termId: string;
  readonly subjectId: string;
  readonly templateId: string;
  readonly holidayId: string;
  /** An import that was planned, and an export that is ready. */
  readonly runId: string;
  readonly exportId: string;
  /** A term without lessons. */
  readonly spareTermId: string;
  /** A change of year that changed nothing, and one that waits for its day. */
  readonly yearChangeId: string;
  readonly yearPlanId: string;
}

type Whole = Pick<
  Half,
  | 'termId'
  | 'subjectId'
  | 'templateId'
  | 'holidayId'
  | 'runId'
  | 'exportId'
  | 'spareTermId'
  | 'yearChangeId'
  | 'yearPlanId'
>;

export async function makeWorld(test: TestApp): Promise<World> {
  const whole = await makeWhole(test);
  const here = await makeHalf(test, 'Hereford', whole);
  return {
    here,
    mate: await makeMate(test, 'Matefield', here),
    beside: await makeHalf(test, 'Besidely', whole, here),
    there: await makeHalf(test, 'Thereby', whole),
  };
}

async function makeWhole(test: TestApp): Promise<Whole> {
  const { school, app } = test;
  const { id: termId } = await school.term();
  const { id: subjectId } = await school.subject();
  const holiday = { id: app.newId(), name: 'Holiday', fromOn: '2026-11-02', untilOn: '2026-11-03' };
  await app.database.write((trx) => trx('school_holiday').insert(holiday));
  const runs = { runId: app.newId(), exportId: app.newId() };
  const common = { createdAt: app.clock(), answersJson: '{}', state: 'open' };
  const filesJson = JSON.stringify([{ name: 'students.csv', bytes: 3, pieces: 1 }]);
  const rows = [
    { ...common, filesJson, id: runs.runId, kind: 'import', fingerprint: null },
    { ...common, filesJson, id: runs.exportId, kind: 'export', fingerprint: 'ready' },
  ];
  await app.database.write((trx) => trx('import_run').insert(rows));
  const { id: spareTermId } = await school.term({ name: 'Spring', startsOn: '2026-12-27', endsOn: '2026-12-30' });
  const templateId = await makeTemplate(test);
  return { termId, subjectId, templateId, holidayId: holiday.id, ...runs, spareTermId, ...(await makeYears(test)) };
}

/** A change of year that changed nothing, and one that is planned. */
async function makeYears({ app }: TestApp): Promise<Pick<Whole, 'yearChangeId' | 'yearPlanId'>> {
  const made = { yearChangeId: app.newId(), yearPlanId: app.newId() };
  const counts = { promoted: 0, archived: 0, students: 0, leave: 0, arrive: 0, courses: 0 };
  const choices = { beginsOn: '2027-09-01', lastGrade: 11, groups: [], subgroups: [], leaverIds: [], arrivals: [] };
  const day = { beginsOn: '2027-09-01', zone: 'Europe/Madrid', startsAt: new Date('2027-08-31T22:00:00Z') };
  const planned = { choicesJson: JSON.stringify({ ...choices, endCourses: true }), fingerprint: '0'.repeat(64) };
  const now = app.clock();
  await app.database.write(async (trx) => {
    const change = { beginsOn: '2026-09-01', madeAt: now, countsJson: JSON.stringify(counts) };
    await trx('school_year_change').insert({ id: made.yearChangeId, ...change });
    await trx('year_plan').insert({ id: made.yearPlanId, ...day, ...planned, state: 'planned', plannedAt: now });
  });
  return made;
}

/** Somebody else's child in the same group. */
async function makeMate(test: TestApp, mark: string, here: Half): Promise<Half> {
  const { school, app } = test;
  const emails = emailsOf(mark);
  const student = await school.student({ familyName: mark, homeSchoolId: here.homeSchoolId, ...emails.student });
  const guardian = await school.guardian(student, { familyName: mark, ...emails.guardian });
  await school.member({ id: here.groupId }, student);
  await school.subgroupMember({ id: here.spareSubgroupId }, student);
  const progressBoardId = await makeProgress(test, { studentId: student.id, tutorId: here.tutorId, mark });
  const guardianship: { id: string } | undefined = await app.database
    .reader('people_guardianship')
    .where({ studentId: student.id })
    .first('id');
  const asked = await makeLesson(test, { ...here, studentId: student.id });
  const messages = await makeMessages(test, { ...here, mark, studentId: student.id, guardianId: guardian.id });
  return {
    ...here,
    ...asked,
    ...messages,
    progressBoardId,
    mark,
    studentId: student.id,
    guardianId: guardian.id,
    guardianshipId: guardianship?.id ?? '',
    ...(await makeRights(test, { guardianshipId: guardianship?.id ?? '', guardianId: guardian.id })),
    helpId: await makeHelp(test, { ...here, studentId: student.id, guardianId: guardian.id }),
    ...(await makeCodes(test, student.id, here.tutorId)),
    ...(await makeOwn(test, student.id)),
  };
}

async function makeCodes(
  test: TestApp,
  personId: string,
  madeById: string,
): Promise<Pick<Half, 'codeId' | 'code' | 'familyCode' | 'resetCode'>> {
  const { codeId, code } = await makeCode(test, { purpose: 'invitation', personId, madeById });
  const family = await makeCode(test, { purpose: 'family', personId, madeById });
  const reset = await makeCode(test, { purpose: 'reset', personId, madeById });
  return { codeId, code, familyCode: family.code, resetCode: reset.code };
}

interface Card {
  readonly purpose: 'invitation' | 'family' | 'reset';
  readonly personId: string;
  readonly madeById: string;
}

async function makeCode({ app }: TestApp, card: Card): Promise<Pick<Half, 'codeId' | 'code'>> {
  const keys = keysOf(app.config.sessionSecret);
  const id = app.newId();
  const code = keys.codeOf(id);
  const row = { id, ...card, codeHash: keys.hashOfCode(code) };
  const times = { madeAt: app.clock(), expiresAt: new Date('2027-09-01T00:00:00Z') };
  await app.database.write((trx) => trx('auth_code').insert({ ...row, ...times }));
  return { codeId: id, code };
}

/** A student who takes part no longer. */
async function makeGone(
  { app, school }: TestApp,
  named: { familyName: string; homeSchoolId: string },
): Promise<string> {
  const { id } = await school.student(named);
  await app.database.write((trx) => trx('people_person').where({ id }).update({ isActive: false }));
  return id;
}

/** A sheet of cards that is ready. */
async function makeSheet({ app }: TestApp, codeId: string, ownerId: string): Promise<string> {
  const id = app.newId();
  const contentSealed = seal(keysOf(app.config.sessionSecret).sheets, ownerId, 'JVBERi0=');
  const told = { heading: 'Cards', codeIdsJson: JSON.stringify([codeId]), language: 'en', zone: 'UTC' };
  await app.database.write((trx) =>
    trx('auth_sheet').insert({ id, ownerId, ...told, madeAt: app.clock(), contentSealed }),
  );
  return id;
}

/** Addresses that only some may see. */
const emailsOf = (mark: string) => ({
  student: { email: emailOf('student', mark) },
  guardian: { email: emailOf('guardian', mark) },
});

/** A half of its own, or a second group in the home school of another half. */
async function makeHalf(test: TestApp, mark: string, whole: Whole, near?: Half): Promise<Half> {
  const { school, app } = test;
  const { termId } = whole;
  const named = { familyName: mark };
  const homeSchoolId = near?.homeSchoolId ?? (await school.homeSchool()).id;
  const group = await school.group({ name: `Group of ${mark}` });
  const emails = emailsOf(mark);
  const student = await school.student({ ...named, homeSchoolId, ...emails.student });
  const guardian = await school.guardian(student, { ...named, ...emails.guardian });
  const subgroup = await school.subgroup(group, { name: `Part of ${mark}` });
  await school.member(group, student);
  await school.subgroupMember(subgroup, student);
  await school.grid(group);
  const tutor = await school.staff('tutor', named);
  await school.tutor(group, tutor);
  const teacher = await school.staff('teacher', named);
  const course = await school.course(group, { teacherId: teacher.id });
  const coordinatorId = near?.coordinatorId ?? (await school.staff('coordinator', { ...named, homeSchoolId })).id;
  const { reader, write } = app.database;
  const guardianship: { id: string } | undefined = await reader('people_guardianship')
    .where({ studentId: student.id })
    .first('id');
  const role: { id: string } | undefined = await reader('people_role').where({ personId: coordinatorId }).first('id');
  const jobId = app.newId();
  const times = { dueAt: app.clock(), createdAt: app.clock() };
  const job = {
    id: jobId,
    kind: 'tests.none',
    state: 'done',
    ownerId: tutor.id,
    inputJson: '{}',
    attempts: 1,
    revision: 1,
  };
  const waitingJobId = app.newId();
  const waiting = { ...job, ...times, id: waitingJobId, state: 'queued', dueAt: new Date('2027-09-01T00:00:00Z') };
  await write((trx) => trx('jobs_job').insert([{ ...job, ...times }, waiting]));
  const invitation = await makeCodes(test, student.id, tutor.id);
  const loose = await school.student({ ...named, homeSchoolId });
  const quiet = await school.group({ name: `Quiet group of ${mark}` });
  await school.member(quiet, loose);
  await school.tutor(quiet, tutor);
  const timetable = await makeTimetable(test, {
    termId,
    groupId: group.id,
    courseId: course.id,
    tutorId: tutor.id,
    teacherId: teacher.id,
    studentId: student.id,
  });
  const messages = await makeMessages(test, {
    mark,
    studentId: student.id,
    guardianId: guardian.id,
    tutorId: tutor.id,
    teacherId: teacher.id,
  });
  const forum = await makeForum(test, { mark, groupId: group.id, studentId: student.id, tutorId: tutor.id });
  return {
    mark,
    homeSchoolId,
    groupId: group.id,
    subgroupId: subgroup.id,
    courseId: course.id,
    studentId: student.id,
    guardianId: guardian.id,
    guardianshipId: guardianship?.id ?? '',
    tutorId: tutor.id,
    teacherId: teacher.id,
    coordinatorId,
    roleId: role?.id ?? '',
    jobId,
    waitingJobId,
    quietGroupId: quiet.id,
    looseId: loose.id,
    goneId: await makeGone(test, { ...named, homeSchoolId }),
    spareCourseId: (await school.course(group)).id,
    spareSubgroupId: (await school.subgroup(group, { name: `Other part of ${mark}` })).id,
    ...(await makeOwn(test, student.id)),
    helpId: await makeHelp(test, {
      studentId: student.id,
      guardianId: guardian.id,
      tutorId: tutor.id,
      homeSchoolId,
    }),
    ...(await makeRound(test, { groupId: group.id, tutorId: tutor.id })),
    ...invitation,
    sheetId: await makeSheet(test, invitation.codeId, tutor.id),
    archiveId: await makeArchive(test, { studentId: student.id, guardianId: guardian.id }),
    ...(await makeRights(test, { guardianshipId: guardianship?.id ?? '', guardianId: guardian.id })),
    ...timetable,
    ...messages,
    ...forum,
    ...whole,
  };
}
