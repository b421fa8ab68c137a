import { defineProblem } from '../http/problem.ts';

/** Somebody is taken already; `inTheWay` names by what. */
export const timeTaken = defineProblem('calendar/time-taken', 409);
/** A shared resource is used to its capacity; `full` names it and its capacity. */
export const capacityFull = defineProblem('calendar/capacity-full', 409);
/** A held time was not confirmed before its end. */
export const holdLapsed = defineProblem('calendar/hold-lapsed', 409);
/** The commitment was released meanwhile. */
export const commitmentGone = defineProblem('calendar/commitment-gone', 409);
/** No time that can be taken: the end is not after the start, or it is longer than 24 hours. */
export const badInterval = defineProblem('calendar/bad-interval', 422);

export const problems = [timeTaken, capacityFull, holdLapsed, commitmentGone, badInterval] as const;
