import { defineProblem } from '../http/problem.ts';

export const requestUnknown = defineProblem('help/request-unknown', 404);
/** Nobody answers in what is closed; the asker or a coordinator opens it again. */
export const requestClosed = defineProblem('help/request-closed', 409);
/** It is in the wanted state already. */
export const alreadySo = defineProblem('help/already-so', 409);
export const notYoursToReopen = defineProblem('help/not-yours-to-reopen', 403);
/** The person has nothing to do with whom it concerns. */
export const ownerDoesNotFit = defineProblem('help/owner-does-not-fit', 422);
/** Families have no workplace to ask for. */
export const workplaceIsForStaff = defineProblem('help/workplace-is-for-staff', 422);

export const helpProblems = [
  requestUnknown,
  requestClosed,
  alreadySo,
  notYoursToReopen,
  ownerDoesNotFit,
  workplaceIsForStaff,
];
