import { defineProblem } from '../http/problem.ts';

export const linkUnknown = defineProblem('links/unknown', 404);
/** It was used: each works once. */
export const linkUsed = defineProblem('links/used', 409);
/** Its time is over, it was revoked, or there is nothing left to decide. */
export const linkOver = defineProblem('links/over', 409);
/** The kind knows no such choice. */
export const choiceUnknown = defineProblem('links/choice-unknown', 422);

export const linkProblems = [linkUnknown, linkUsed, linkOver, choiceUnknown];
