import { defineProblem } from '../http/problem.ts';

export const externalIdTaken = defineProblem('people/external-id-taken', 409);
export const homeSchoolUnknown = defineProblem('people/home-school-unknown', 422);
export const notAStudent = defineProblem('people/not-a-student', 422);
/** The device is to be shared with somebody who does not exist, or with the person alone. */
export const siblingUnknown = defineProblem('people/sibling-unknown', 422);
export const datesReversed = defineProblem('people/dates-reversed', 422);
export const lastAdmin = defineProblem('people/last-admin', 409);
export const roleNotYours = defineProblem('people/role-not-yours', 403);
export const roleUnknown = defineProblem('people/role-unknown', 404);
export const guardianshipUnknown = defineProblem('people/guardianship-unknown', 404);
export const limitUnknown = defineProblem('people/limit-unknown', 404);
export const separationUnknown = defineProblem('people/separation-unknown', 404);
/** A coordinator of one home school adds only its students and their guardians. */
export const outsideOfHomeSchool = defineProblem('people/outside-of-home-school', 403);

/** The e-mail of whoever holds a role like the actor's own or a further one, or whether they are active. */
export const wayInNotYours = defineProblem('people/way-in-not-yours', 403);

export const peopleProblems = [
  externalIdTaken,
  homeSchoolUnknown,
  notAStudent,
  siblingUnknown,
  datesReversed,
  lastAdmin,
  roleNotYours,
  roleUnknown,
  guardianshipUnknown,
  limitUnknown,
  separationUnknown,
  outsideOfHomeSchool,
  wayInNotYours,
];
