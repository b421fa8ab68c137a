import type { ConstraintBase, Evaluate } from '../view.ts';

/** Each of the activities is held in one of the rooms (FET: preferred room or rooms, home room or rooms). */
export interface AllowedRooms extends ConstraintBase {
  readonly kind: 'allowed-rooms';
  readonly activities: readonly string[];
  readonly rooms: readonly string[];
}

/** One case of amount 1 per activity in another room, or in none. */
export const evaluateAllowedRooms: Evaluate<AllowedRooms> = (rule, view) => {
  const allowed = new Set(rule.rooms);
  return rule.activities.flatMap((id) => {
    const here = view.at(id);
    if (!here || (here.room !== null && allowed.has(here.room)) || view.isWaived(rule.id, id)) return [];
    return [{ amount: 1, activities: [id], detail: { room: here.room ?? '' } }];
  });
};
