import type { ConstraintBase, Evaluate } from '../view.ts';

/** The activity stays where somebody (or the engine, for a partial re-solve) put it. */
export interface Lock extends ConstraintBase {
  readonly kind: 'lock';
  readonly activity: string;
  readonly place: string;
  /** Null: any room. */
  readonly room: string | null;
  readonly by: 'hand' | 'engine';
}

/** Amount 1 for another place, and 1 for another room than the locked one. */
export const evaluateLock: Evaluate<Lock> = (lock, view) => {
  const here = view.at(lock.activity);
  if (!here || view.isWaived(lock.id, lock.activity)) return [];
  const moved = here.place.id === lock.place ? 0 : 1;
  const swapped = lock.room === null || here.room === lock.room ? 0 : 1;
  const detail = { wanted: lock.place, is: here.place.id };
  return moved + swapped === 0 ? [] : [{ amount: moved + swapped, activities: [lock.activity], detail }];
};
