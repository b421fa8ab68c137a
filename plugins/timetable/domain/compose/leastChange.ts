import { type Constraint, isHard } from '../model/constraint.ts';
import type { Problem } from '../model/problem.ts';
import type { Composed } from './compose.ts';

/** Wishes count so little beside people disturbed that all of them together do not weigh up one person. */
const WISHES = 1e-5;
const HIGHEST = 99;

/**
 * The problem in which every lesson would rather stay where it is, by as much as the students and teachers whom its move
 * disturbs: what comes out mends what is broken with the fewest of them (and, among equals, fewest broken wishes).
 */
export function leastChange(problem: Problem, { lessons, current }: Composed): Problem {
  const placed = [...lessons.values()].filter(({ id }) => current.has(id));
  const people = ({ course }: (typeof placed)[number]): number =>
    1 + course.studentIds.length + (course.teacherId === null ? 0 : 1);
  const most = placed.reduce((largest, one) => Math.max(largest, people(one)), 1);
  const stays = placed.map((one): Constraint => {
    const place = current.get(one.id)?.place ?? '';
    const weight = (HIGHEST * people(one)) / most;
    return { id: `stay:${one.id}`, kind: 'allowed-starts', weight, activities: [one.id], places: [place] };
  });
  const wishes = problem.constraints.map((rule) => (isHard(rule) ? rule : { ...rule, weight: rule.weight * WISHES }));
  return { ...problem, constraints: [...wishes, ...stays] };
}
