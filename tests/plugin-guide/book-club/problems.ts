import { defineProblem } from '../../../server/http/problem.ts';

export const alreadyListed = defineProblem('book-club/already-listed', 409);
