import type { TestApp } from '../harness/eachApp.ts';
import { makeTimetable } from './timetable.ts';

/**
 * Two halves of a school that have nothing to do with each other: a home school, a group with its tutor, its
 * course and teacher, a student in it with a guardian. Whoever belongs to one half must never see the other.
 */
export interface World {
  readonly here: Half;
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
  readonly feedId: string;
  /** The same in both halves. */
  readonly termId: string;
}

export async function makeWorld(test: TestApp): Promise<World> {
  const { id: termId } = await test.school.term();
  return { here: await makeHalf(test, 'Hereford', termId), there: await makeHalf(test, 'Thereby', termId) };
}

async function makeHalf(test: TestApp, mark: string, termId: string): Promise<Half> {
  const { school, app } = test;
  const named = { familyName: mark };
  const homeSchoolId = (await school.homeSchool()).id;
  const group = await school.group({ name: `Group of ${mark}` });
  const student = await school.student({ ...named, homeSchoolId });
  const guardian = await school.guardian(student, named);
  const subgroup = await school.subgroup(group, { name: `Part of ${mark}` });
  await school.member(group, student);
  await school.subgroupMember(subgroup, student);
  await school.grid(group);
  const tutor = await school.staff('tutor', named);
  await school.tutor(group, tutor);
  const teacher = await school.staff('teacher', named);
  const course = await school.course(group, { teacherId: teacher.id });
  const coordinator = await school.staff('coordinator', { ...named, homeSchoolId });
  const { reader, write } = app.database;
  const guardianship: { id: string } | undefined = await reader('people_guardianship')
    .where({ studentId: student.id })
    .first('id');
  const role: { id: string } | undefined = await reader('people_role').where({ personId: coordinator.id }).first('id');
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
  const timetable = await makeTimetable(test, {
    termId,
    groupId: group.id,
    courseId: course.id,
    tutorId: tutor.id,
    teacherId: teacher.id,
    studentId: student.id,
  });
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
    coordinatorId: coordinator.id,
    roleId: role?.id ?? '',
    jobId,
    ...timetable,
    termId,
  };
}
