import { defineProblem } from '../http/problem.ts';

/** Somebody or something that is not on this newcomer's list. */
export const notOnList = defineProblem('introductions/not-on-list', 422);
export const notAPicture = defineProblem('introductions/not-a-picture', 422);
/** A meeting that is still to come. */
export const metInFuture = defineProblem('introductions/met-in-future', 422);
/** Students show no photograph by themselves: a guardian consents. */
export const consentOfGuardian = defineProblem('introductions/consent-of-guardian', 403);

export const introductionsProblems = [notOnList, notAPicture, metInFuture, consentOfGuardian];
