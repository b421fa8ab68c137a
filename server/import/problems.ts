import { defineProblem } from '../http/problem.ts';

/** The files cannot be imported; `problems` lists every fault with file, line and column. */
export const hasProblems = defineProblem('import/has-problems', 422);
/** Somebody changed data that the plan was made of; the new plan has to be looked at first. */
export const changedSincePlan = defineProblem('import/changed-since-plan', 409);
/** Only those who answer for the whole centre import. */
export const wholeSchoolOnly = defineProblem('import/whole-school-only', 403);

export const importProblems = [hasProblems, changedSincePlan, wholeSchoolOnly];
