import { defineProblem } from '../http/problem.ts';

export const personUnknown = defineProblem('school/person-unknown', 404);
export const personOutOfReach = defineProblem('school/person-out-of-reach', 403);
export const studentUnknown = defineProblem('school/student-unknown', 404);
export const studentOutOfReach = defineProblem('school/student-out-of-reach', 403);
/** The guardian may read about this child, but not act for it. */
export const guardianMayOnlyRead = defineProblem('school/guardian-may-only-read', 403);
export const groupUnknown = defineProblem('school/group-unknown', 404);
export const groupOutOfReach = defineProblem('school/group-out-of-reach', 403);
export const courseUnknown = defineProblem('school/course-unknown', 404);
export const courseOutOfReach = defineProblem('school/course-out-of-reach', 403);

export const schoolProblems = [
  personUnknown,
  personOutOfReach,
  studentUnknown,
  studentOutOfReach,
  guardianMayOnlyRead,
  groupUnknown,
  groupOutOfReach,
  courseUnknown,
  courseOutOfReach,
];
