import type { Assignment } from '../model/assignment.ts';
import { type ConstraintChange, type MoveEffect, moveEffect } from '../model/moveEffect.ts';
import type { Composed } from './compose.ts';
import { type Explained, explained } from './explain.ts';
import type { LessonFacts, LessonPlace } from './lessonPlaces.ts';
import { placeId } from './resourceIds.ts';

/** How much one constraint's part of the score rises; below 0 is better. */
export interface CostChange {
  readonly constraint: Explained;
  readonly change: number;
}

/** What happens when a lesson goes to a place. */
export interface Effect {
  readonly at: LessonPlace;
  readonly hard: number;
  readonly soft: number;
  /** Only constraints whose cost changes. */
  readonly changes: readonly CostChange[];
  /** Hard constraints that it breaks there, beside who cannot be there: clashes, the length of a day. */
  readonly broken: readonly Explained[];
}

/** Nothing that must not be broken is in the way. */
export const isAllowed = ({ at, broken }: Effect): boolean =>
  broken.length === 0 && at.blockers.length === 0 && !at.isBreak;

/**
 * Judges places for one lesson. What a place breaks is judged as if the lesson had none before, so that a bad place does not
 * excuse another; what it costs is judged against where the lesson is now.
 */
export function effects(composed: Composed, lesson: LessonFacts): (at: LessonPlace) => Effect {
  const { problem, current } = composed;
  const without: Assignment = new Map([...current].filter(([id]) => id !== lesson.id));
  const placing = (place: string): MoveEffect => moveEffect(problem, without, lesson.id, place);
  const now = current.get(lesson.id);
  const before = new Map((now ? placing(now.place).byConstraint : []).map((one) => [one.id, one]));
  return (at) => {
    const { byConstraint } = placing(placeId(lesson.group.id, at.place.weekday, at.place.hour));
    const after = new Map(byConstraint.map((one) => [one.id, one]));
    const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const part = after.get(id) ?? before.get(id);
      const change = (after.get(id)?.change ?? 0) - (before.get(id)?.change ?? 0);
      return part && Math.abs(change) > 1e-9 ? [{ part, change }] : [];
    });
    const sum = (hard: boolean): number =>
      changes.filter(({ part }) => part.hard === hard).reduce((total, { change }) => total + change, 0);
    return {
      at,
      hard: sum(true),
      soft: sum(false),
      changes: changes.flatMap(({ part, change }) =>
        stood(composed, part).map((constraint) => ({ constraint, change })),
      ),
      broken: byConstraint.filter(isBroken).flatMap((part) => stood(composed, part)),
    };
  };
}

/** Who cannot be there is told by name, not as a rule. */
const isBroken = ({ id, hard, change }: ConstraintChange): boolean =>
  hard && change > 0 && !id.startsWith('place:') && !id.startsWith('break:');

function stood(composed: Composed, { before, after }: ConstraintChange): readonly Explained[] {
  const part = after ?? before;
  return part ? [explained(composed, part)] : [];
}
