import type { Assignment } from '../model/assignment.ts';
import type { Constraint } from '../model/constraint.ts';
import type { Problem } from '../model/problem.ts';
import type { Composed } from './compose.ts';
import { leastChange } from './leastChange.ts';
import { type LessonPlacement, lessonId } from './lesson.ts';
import { isOpen } from './lessonPlaces.ts';
import { heldBack, heldLessons, type Part, partRules } from './part.ts';
import { hourOfPlace } from './resourceIds.ts';

/** What the search is given, and what it is not: lessons that no place can take. */
/** What is asked of a search: everything unless told. */
export interface Wish {
  readonly only?: Part;
  readonly change?: 'free' | 'least';
}

export interface Solvable {
  readonly problem: Problem;
  readonly start: Assignment;
  readonly locked: ReadonlySet<string>;
  readonly withoutPlace: readonly string[];
}

/**
 * Leaves out lessons without any open place, because the search would put them where somebody cannot be. A locked lesson
 * stays where it is, even when somebody cannot be there any more: whoever locked it decides.
 */
export function solvable(composed: Composed, wish: Wish = {}): Solvable {
  const { problem, lessons, current } = composed;
  const locked = heldLessons(composed, wish.only ?? {});
  const withoutPlace = [...lessons.values()]
    .filter(({ id, places }) => !locked.has(id) && !places.some(isOpen))
    .map(({ id }) => id);
  const left = new Set([...withoutPlace, ...heldBack(composed, wish.only ?? {})]);
  const keep = (ids: readonly string[]): readonly string[] => ids.filter((id) => !left.has(id));
  const rules = problem.constraints.flatMap((rule): Constraint[] => {
    if (rule.kind === 'allowed-starts')
      return rule.activities.some((id) => left.has(id) || locked.has(id)) ? [] : [rule];
    if ('activities' in rule) return [{ ...rule, activities: keep(rule.activities) }];
    return [rule];
  });
  const constraints = [...rules, ...partRules(composed, wish.only ?? {}, locked)];
  const whole = { ...problem, activities: problem.activities.filter(({ id }) => !left.has(id)), constraints };
  return {
    problem: wish.change === 'least' ? leastChange(whole, composed) : whole,
    start: new Map([...current].filter(([id]) => !left.has(id))),
    locked,
    withoutPlace,
  };
}

/** Where the lessons of a draft are in an assignment of the engine; lessons that are not in it have no place. */
export function placementsOf({ facts, lessons }: Composed, assignment: Assignment): readonly LessonPlacement[] {
  const locked = new Set(facts.lessons.filter((one) => one.isLocked).map(lessonId));
  return [...lessons.values()].map(({ id, courseId, nth }) => {
    const placement = assignment.get(id);
    const at = (placement && hourOfPlace(placement.place)) ?? null;
    return { courseId, nth, at, isLocked: at !== null && locked.has(id) };
  });
}
