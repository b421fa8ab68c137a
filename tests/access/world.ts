import { keysOf } from '../../server/auth/keys.ts';
import { seal } from '../../server/auth/seal.ts';
import type { TestApp } from '../harness/eachApp.ts';
import { makeRights, makeRound } from './contacts.ts';
import { makeForum, makeProgress, makeTemplate } from './forum.ts';
import { makeHelp } from './help.ts';
import { makeMessages } from './messages.ts';
import { makeArchive } from './privacy.ts';
import { emailOf } from './secrets.ts';
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

export interface Half {
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
  /** What is printed on its card: whoever has it is let in. */
  readonly code: string;
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
}

type Whole = Pick<Half, 'termId' | 'subjectId' | 'templateId' | 'holidayId' | 'runId' | 'exportId'>;

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
  return { termId, subjectId, templateId: await makeTemplate(test), holidayId: holiday.id, ...runs };
}

/** Somebody else's child in the same group. */
async function makeMate(test: TestApp, mark: string, here: Half): Promise<Half> {
  const { school, app } = test;
  const emails = emailsOf(mark);
  const student = await school.student({ familyName: mark, homeSchoolId: here.homeSchoolId, ...emails.student });
  const guardian = await school.guardian(student, { familyName: mark, ...emails.guardian });
  await school.member({ id: here.groupId }, student);
  await school.subgroupMember({ id: here.subgroupId }, student);
  await makeProgress(test, { studentId: student.id, tutorId: here.tutorId, mark });
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
    mark,
    studentId: student.id,
    guardianId: guardian.id,
    guardianshipId: guardianship?.id ?? '',
    ...(await makeRights(test, { guardianshipId: guardianship?.id ?? '', guardianId: guardian.id })),
    helpId: await makeHelp(test, { ...here, studentId: student.id, guardianId: guardian.id }),
    ...(await makeCode(test, student.id, here.tutorId)),
  };
}

async function makeCode(
  { app }: TestApp,
  personId: string,
  madeById: string,
): Promise<{ readonly codeId: string; readonly code: string }> {
  const keys = keysOf(app.config.sessionSecret);
  const id = app.newId();
  const code = keys.codeOf(id);
  const row = { id, purpose: 'invitation', personId, codeHash: keys.hashOfCode(code), madeById };
  const times = { madeAt: app.clock(), expiresAt: new Date('2027-09-01T00:00:00Z') };
  await app.database.write((trx) => trx('auth_code').insert({ ...row, ...times }));
  return { codeId: id, code };
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
  await write((trx) => trx('jobs_job').insert({ ...job, ...times }));
  const invitation = await makeCode(test, student.id, tutor.id);
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
