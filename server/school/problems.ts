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

export const homeSchoolUnknown = defineProblem('school/home-school-unknown', 404);
export const subjectUnknown = defineProblem('school/subject-unknown', 404);
export const subgroupUnknown = defineProblem('school/subgroup-unknown', 404);
export const termUnknown = defineProblem('school/term-unknown', 404);
export const holidayUnknown = defineProblem('school/holiday-unknown', 404);
/** Only those who answer for the whole centre change its structure. */
export const wholeSchoolOnly = defineProblem('school/whole-school-only', 403);
/** The body names things that do not exist; `issues` lists them all. */
export const referenceUnknown = defineProblem('school/reference-unknown', 422);
export const externalIdTaken = defineProblem('school/external-id-taken', 409);
export const nameTaken = defineProblem('school/name-taken', 409);
export const termOverlaps = defineProblem('school/term-overlaps', 409);
export const alreadyMember = defineProblem('school/already-member', 409);
export const notAMember = defineProblem('school/not-a-member', 409);
export const alreadyTutor = defineProblem('school/already-tutor', 409);
/** There is nothing to take back: it goes on as one, or was closed for another reason. */
export const courseNotSplit = defineProblem('school/course-not-split', 409);
export const courseTwice = defineProblem('school/course-twice', 409);
export const gridOverlaps = defineProblem('school/grid-overlaps', 422);
/** Something else, such as lessons already held, still refers to it. */
export const stillInUse = defineProblem('school/still-in-use', 409);

/** The school has changed since the preview, so the preview is no longer true. */
export const yearPlanChanged = defineProblem('school/year-plan-changed', 409);
export const yearChangeUnknown = defineProblem('school/year-change-unknown', 404);
export const yearChangeUndone = defineProblem('school/year-change-undone', 409);
/** Only the latest change of year can be taken back. */
export const yearChangeNotLatest = defineProblem('school/year-change-not-latest', 409);

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
  homeSchoolUnknown,
  subjectUnknown,
  subgroupUnknown,
  termUnknown,
  holidayUnknown,
  wholeSchoolOnly,
  referenceUnknown,
  externalIdTaken,
  nameTaken,
  termOverlaps,
  alreadyMember,
  notAMember,
  alreadyTutor,
  courseTwice,
  courseNotSplit,
  gridOverlaps,
  stillInUse,
  yearPlanChanged,
  yearChangeUnknown,
  yearChangeUndone,
  yearChangeNotLatest,
];
