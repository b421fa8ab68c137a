import { defineProblem } from '../http/problem.ts';

/** The files cannot be imported; `problems` lists every fault with file, line and column. */
export const hasProblems = defineProblem('import/has-problems', 422);
/** Somebody changed data that the plan was made of; the new plan has to be looked at first. */
export const changedSincePlan = defineProblem('import/changed-since-plan', 409);
/** Only those who answer for the whole centre import. */
export const wholeSchoolOnly = defineProblem('import/whole-school-only', 403);
export const runUnknown = defineProblem('import/run-unknown', 404);
/** It was carried out, or undone, already. */
export const runClosed = defineProblem('import/run-closed', 409);
/** Pieces of files are missing, or there are more than were announced. */
export const piecesMissing = defineProblem('import/pieces-missing', 409);
export const importTooLarge = defineProblem('import/too-large', 413);
/** It was not planned yet, or the plan has faults. */
export const notPlanned = defineProblem('import/not-planned', 409);
/** Only the last import can be undone. */
export const notLast = defineProblem('import/not-last', 409);
export const exportNotReady = defineProblem('import/export-not-ready', 409);
/** It gives or takes roles, or touches the way in of people, beyond the rights of whoever carries it out. */
export const beyondYourRights = defineProblem('import/beyond-your-rights', 403);
export const homeSchoolUnknown = defineProblem('import/home-school-unknown', 404);

export const importProblems = [
  hasProblems,
  changedSincePlan,
  wholeSchoolOnly,
  runUnknown,
  runClosed,
  piecesMissing,
  importTooLarge,
  notPlanned,
  notLast,
  exportNotReady,
  homeSchoolUnknown,
  beyondYourRights,
];
