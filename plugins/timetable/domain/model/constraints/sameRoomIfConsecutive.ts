import type { ConstraintBase, Evaluate } from '../view.ts';
import { idsOf, placedPairs } from './pairs.ts';

/** Two of the activities that follow each other directly share a room (FET: same room if consecutive). */
export interface SameRoomIfConsecutive extends ConstraintBase {
  readonly kind: 'same-room-if-consecutive';
  readonly activities: readonly string[];
}

/** Amount 1 per pair that changes rooms. */
export const evaluateSameRoomIfConsecutive: Evaluate<SameRoomIfConsecutive> = (rule, view) =>
  placedPairs(rule.activities, view).flatMap(([first, second]) => {
    const adjacent =
      first.place.day === second.place.day && (first.end === second.place.hour || second.end === first.place.hour);
    const changes = first.room !== null && second.room !== null && first.room !== second.room;
    return adjacent && changes ? [{ amount: 1, activities: idsOf(first, second), detail: {} }] : [];
  });
