import { type Busy, type Interval, overlaps } from '../../../../server/calendar/api.ts';
import type { LessonChange } from './change.ts';

/** A lesson of the plan, and somebody who is taken at its time. */
export interface PlanClash {
  readonly change: LessonChange;
  readonly personId: string;
  /** What takes the person; null when it is another lesson of the same plan. */
  readonly inTheWay: Busy | null;
  /** The other lesson of the same plan. */
  readonly other: LessonChange | null;
}

/** Whom a change of the plan takes. */
export type SubjectsOf = (change: LessonChange) => readonly string[];

interface Wanted extends Interval {
  readonly change: LessonChange;
}

/**
 * Everybody who would be in two places: by what the ledger has already (except what this plan gives back) and by two
 * lessons of the plan itself. Each pair once.
 */
export function planClashes(
  changes: readonly LessonChange[],
  subjectsOf: SubjectsOf,
  busy: readonly Busy[],
): readonly PlanClash[] {
  const leaving = new Set(changes.flatMap(({ kind, commitmentId }) => (kind === 'kept' ? [] : (commitmentId ?? []))));
  const taken = bySubject(busy.filter(({ commitmentId }) => !leaving.has(commitmentId)));
  const wanted = changes
    .filter(({ kind, to }) => kind !== 'kept' && to !== null)
    .flatMap((change): Wanted[] =>
      change.to ? [{ change, startsAt: change.to.startsAt, endsAt: change.to.endsAt }] : [],
    )
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const seen = new Map<string, Wanted[]>();
  return wanted.flatMap((one) =>
    subjectsOf(one.change).flatMap((personId): PlanClash[] => {
      const earlier = (seen.get(personId) ?? []).filter(({ endsAt }) => endsAt > one.startsAt);
      seen.set(personId, [...earlier, one]);
      const stored = (taken.get(personId) ?? []).filter((other) => overlaps(one, other));
      return [
        ...stored.map((inTheWay) => ({ change: one.change, personId, inTheWay, other: null })),
        ...earlier
          .filter((other) => overlaps(one, other))
          .map((other) => ({ change: one.change, personId, inTheWay: null, other: other.change })),
      ];
    }),
  );
}

function bySubject(busy: readonly Busy[]): ReadonlyMap<string, readonly Busy[]> {
  const map = new Map<string, Busy[]>();
  for (const one of busy) map.set(one.subjectId, [...(map.get(one.subjectId) ?? []), one]);
  return map;
}
