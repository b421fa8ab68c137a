import { defineProblem } from '../http/problem.ts';

export const mailIsOff = defineProblem('mail/off', 409);
export const stopLinkBroken = defineProblem('mail/stop-link-broken', 422);
