import type { Half, World } from './world.ts';

/**
 * What stands for a parameter or a member of a body that names something: the part of the world that it
 * names. A route with a name that is not here fails its test: add it, so that the matrix can try it.
 */
const named: Readonly<Record<string, (half: Half) => string>> = {
  homeSchoolId: (half) => half.homeSchoolId,
  groupId: (half) => half.groupId,
  subgroupId: (half) => half.subgroupId,
  courseId: (half) => half.courseId,
  personId: (half) => half.studentId,
  studentId: (half) => half.studentId,
  guardianId: (half) => half.guardianId,
  guardianshipId: (half) => half.guardianshipId,
  tutorId: (half) => half.tutorId,
  teacherId: (half) => half.teacherId,
  roleId: (half) => half.roleId,
  jobId: (half) => half.jobId,
  sharesDeviceWith: (half) => half.studentId,
};

/** The same where only one route has a name that says little. */
const namedIn: Readonly<Record<string, (half: Half) => string>> = {
  'getJob.id': (half) => half.jobId,
  'cancelJob.id': (half) => half.jobId,
  'revokeRole.personId': (half) => half.coordinatorId,
  'grantRole.personId': (half) => half.tutorId,
  'removeGroupTutor.personId': (half) => half.tutorId,
  'addGroupTutor.personId': (half) => half.tutorId,
};

/** Things of the whole school, which belong to no half. */
export const shared = new Set(['termId', 'subjectId', 'holidayId']);

/** The id that a name stands for in this half of the world; undefined when the matrix does not know the name. */
export function targetOf(operationId: string, name: string, half: Half): string | undefined {
  const singular = name.replace(/Ids$/, 'Id');
  return (namedIn[`${operationId}.${singular}`] ?? named[singular])?.(half);
}

/** Every text by which a half could be recognised in a reply. */
export const tracesOf = ({ mark, ...ids }: World['here']): string[] => [mark, ...Object.values(ids)];
