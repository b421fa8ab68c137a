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

/** One case when the activity is elsewhere. */
export const evaluateLock: Evaluate<Lock> = (lock, view) => {
  const here = view.at(lock.activity);
  if (!here || view.isWaived(lock.id, lock.activity)) return [];
  const kept = here.place.id === lock.place && (lock.room === null || here.room === lock.room);
  return kept ? [] : [{ amount: 1, activities: [lock.activity], detail: { wanted: lock.place, is: here.place.id } }];
};
