import { defineProblem } from '../http/problem.ts';

export const roomUnreachable = defineProblem('rooms/unreachable', 503);
