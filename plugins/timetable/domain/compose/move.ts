import type { Assignment } from '../model/assignment.ts';
import type { Constraint } from '../model/constraint.ts';
import { evaluate } from '../model/evaluate.ts';
import type { Problem } from '../model/problem.ts';
import type { ConstraintScore, Score } from '../model/score.ts';
import type { Composed } from './compose.ts';
import { type Explained, explained } from './explain.ts';
import type { GridHour } from './lesson.ts';
import type { LessonFacts, LessonPlace } from './lessonPlaces.ts';
import { placeId } from './resourceIds.ts';

/** What a place does to one constraint's part of the score. */
export interface CostChange {
  readonly constraint: Explained;
  readonly before: number;
  readonly after: number;
}

/** What happens when a lesson goes to a place, or (null) out of the timetable. */
export interface Effect {
  readonly to: GridHour | null;
  readonly hard: number;
  readonly soft: number;
  /** Only constraints whose cost changes. */
  readonly changes: readonly CostChange[];
  /** People, or a break, at the new place. */
  readonly place: LessonPlace | null;
  /** Hard constraints that would be broken by it, beside `place`. */
  readonly broken: readonly Explained[];
}

/** Nothing that must not be broken is in the way. */
export const isAllowed = ({ place, broken }: Effect): boolean =>
  broken.length === 0 && (place === null || (place.blockers.length === 0 && !place.isBreak));

/**
 * Judges places for one lesson. Only what the lesson can touch is recounted, before and after; the difference is that of the
 * whole score, because nothing else can change.
 */
export function effects(composed: Composed, lesson: LessonFacts): (to: GridHour | null) => Effect {
  const problem = around(composed.problem, lesson.id);
  const before = evaluate(problem, composed.current);
  return (to) => {
    const after = evaluate(problem, moved(composed.current, lesson, to));
    const place = to && lesson.places.find((one) => one.place.weekday === to.weekday && one.place.hour === to.hour);
    const changes = changesBetween(composed, before, after);
    return {
      to,
      hard: after.hard - before.hard,
      soft: after.soft - before.soft,
      changes,
      place: place ?? null,
      broken: to === null ? [] : brokenBy(composed, lesson.id, before, after),
    };
  };
}

function moved(current: Assignment, lesson: LessonFacts, to: GridHour | null): Assignment {
  const next = new Map(current);
  if (to === null) next.delete(lesson.id);
  else next.set(lesson.id, { place: placeId(lesson.group.id, to.weekday, to.hour), room: null });
  return next;
}

/** The part of a problem that one activity can touch. */
function around(problem: Problem, activityId: string): Problem {
  const used = new Set(problem.activities.find(({ id }) => id === activityId)?.resources);
  const concerns = (rule: Constraint): boolean => {
    if ('activities' in rule) return rule.activities.includes(activityId);
    if ('activity' in rule) return rule.activity === activityId;
    if ('resources' in rule) return rule.resources.some((id) => used.has(id));
    return 'resource' in rule ? used.has(rule.resource) : true;
  };
  return {
    ...problem,
    resources: problem.resources.map((one) => (used.has(one.id) ? one : { ...one, atOnce: null })),
    constraints: problem.constraints.filter(concerns),
  };
}

const costs = (score: Score): ReadonlyMap<string, ConstraintScore> =>
  new Map(score.byConstraint.map((part) => [part.id, part]));

function changesBetween(composed: Composed, before: Score, after: Score): readonly CostChange[] {
  const [old, now] = [costs(before), costs(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const part = now.get(id) ?? old.get(id);
    const change = { before: old.get(id)?.cost ?? 0, after: now.get(id)?.cost ?? 0 };
    if (!part || Math.abs(change.after - change.before) < 1e-9) return [];
    return [{ constraint: explained(composed, part), ...change }];
  });
}

function brokenBy(composed: Composed, activityId: string, before: Score, after: Score): readonly Explained[] {
  const old = costs(before);
  return after.byConstraint
    .filter(({ hard, id }) => hard && id !== 'unplaced' && !id.startsWith('place:') && !id.startsWith('break:'))
    .filter((part) => part.cost > (old.get(part.id)?.cost ?? 0) || isClashOf(part, activityId))
    .map((part) => explained(composed, part));
}

const isClashOf = ({ kind, cases }: ConstraintScore, activityId: string): boolean =>
  kind.startsWith('clash-') && cases.some(({ activities }) => activities.includes(activityId));
