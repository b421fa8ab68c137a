import { defineProblem } from '../http/problem.ts';

export const mailIsOff = defineProblem('mail/off', 409);
