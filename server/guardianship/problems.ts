import { defineProblem } from '../http/problem.ts';

export const notYourGuardian = defineProblem('guardianship/not-your-guardian', 404);
/** A minor does not decide who looks after them. */
export const tooEarly = defineProblem('guardianship/too-early', 409);

export const guardianshipProblems = [notYourGuardian, tooEarly];
