import { defineProblem } from '../http/problem.ts';

/** The address that is said not to work is not among the person's channels. */
export const channelUnknown = defineProblem('contacts/channel-unknown', 422);
export const roundUnknown = defineProblem('contacts/round-unknown', 404);
/** The round asks groups that are out of the actor's reach as well. */
export const roundNotYours = defineProblem('contacts/round-not-yours', 403);
export const roundClosed = defineProblem('contacts/round-closed', 409);
/** One of the groups is being asked by another round. */
export const askedAlready = defineProblem('contacts/asked-already', 409);
export const dueInPast = defineProblem('contacts/due-in-past', 422);
/** No open round asks about this person. */
export const notAsked = defineProblem('contacts/not-asked', 409);

export const contactsProblems = [
  channelUnknown,
  roundUnknown,
  roundNotYours,
  roundClosed,
  askedAlready,
  dueInPast,
  notAsked,
];
