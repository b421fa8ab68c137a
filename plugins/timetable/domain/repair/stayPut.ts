import type { Assignment } from '../model/assignment.ts';
import { type Constraint, isHard } from '../model/constraint.ts';
import type { Problem } from '../model/problem.ts';
import type { PeopleOf } from './disturbance.ts';

/** What is left of the weight of a usual wish, and the weight of staying where most people are concerned. */
const WISH = 0.05;
const STAY = 99;

/**
 * The same problem with another wish above all others: that everything stays where it is, the more people come to it the more. Solved
 * from the timetable that runs, it gives one that keeps the hard rules and disturbs few.
 */
export function stayPut(problem: Problem, before: Assignment, people: PeopleOf): Problem {
  const most = Math.max(1, ...problem.activities.map(({ id }) => people(id)));
  const stays = problem.activities.flatMap(({ id }): Constraint[] => {
    const place = before.get(id)?.place;
    if (place === undefined) return [];
    const weight = STAY * Math.max(1 / most, people(id) / most);
    return [{ id: `stay:${id}`, kind: 'allowed-starts', weight, activities: [id], places: [place] }];
  });
  const wishes = problem.constraints.map((rule) => (isHard(rule) ? rule : { ...rule, weight: rule.weight * WISH }));
  return { ...problem, constraints: [...wishes, ...stays] };
}
