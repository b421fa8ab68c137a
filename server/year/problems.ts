import { defineProblem } from '../http/problem.ts';

/** What is to happen today or happened before is not planned but done. */
export const dayHasCome = defineProblem('year/day-has-come', 422);
/** Another change of year waits already. */
export const plannedAlready = defineProblem('year/planned-already', 409);
export const planUnknown = defineProblem('year/plan-unknown', 404);
/** It has been carried out or called off. */
export const planOver = defineProblem('year/plan-over', 409);

export const yearProblems = [dayHasCome, plannedAlready, planUnknown, planOver];
