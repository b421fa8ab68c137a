import { defineProblem } from '../http/problem.ts';

/** The address that is said not to work is not among the person's channels. */
export const channelUnknown = defineProblem('contacts/channel-unknown', 422);

export const contactsProblems = [channelUnknown];
