import { defineProblem } from './problem.ts';

export const malformed = defineProblem('http/malformed', 400);
export const signInNeeded = defineProblem('http/sign-in-needed', 401);
export const forbidden = defineProblem('http/forbidden', 403);
/** The route wants a password or code that was given some minutes ago at most; the client asks and sends again. */
export const stepUpNeeded = defineProblem('http/step-up-needed', 403);
/** The person's role needs a second factor, which is to be set up first. */
export const secondFactorNeeded = defineProblem('http/second-factor-needed', 403);
/** Nothing is changed while the pages of a role are looked at. */
export const viewOnly = defineProblem('http/view-only', 403);
export const foreignOrigin = defineProblem('http/foreign-origin', 403);
export const notFound = defineProblem('http/not-found', 404);
export const changedMeanwhile = defineProblem('http/changed-meanwhile', 412);
export const tooLarge = defineProblem('http/too-large', 413);
export const notJson = defineProblem('http/not-json', 415);
export const keyReused = defineProblem('http/key-reused', 422);
export const stillRunning = defineProblem('http/still-running', 409);
export const revisionNeeded = defineProblem('http/revision-needed', 428);
export const tooMany = defineProblem('http/too-many', 429);

/** Refusals that any route may answer with. */
export const commonProblems = [
  malformed,
  signInNeeded,
  forbidden,
  stepUpNeeded,
  secondFactorNeeded,
  viewOnly,
  foreignOrigin,
  notFound,
  changedMeanwhile,
  tooLarge,
  notJson,
  keyReused,
  stillRunning,
  revisionNeeded,
  tooMany,
] as const;
