import type { ConstraintBase, Evaluate } from '../view.ts';

/** The activities use at most `max` rooms (FET: activities occupy max different rooms). Amount 1 when they use more. */
export interface DifferentRooms extends ConstraintBase {
  readonly kind: 'different-rooms';
  readonly activities: readonly string[];
  readonly max: number;
}

export const evaluateDifferentRooms: Evaluate<DifferentRooms> = (rule, view) => {
  const rooms = new Set(rule.activities.map((id) => view.at(id)?.room).filter((room) => typeof room === 'string'));
  if (rooms.size <= rule.max) return [];
  return [{ amount: 1, activities: rule.activities, detail: { rooms: rooms.size, limit: rule.max } }];
};
