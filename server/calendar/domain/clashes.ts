import { type Interval, overlaps } from './interval.ts';

/** One subject that is to be taken. */
export interface Wanted extends Interval {
  readonly subjectId: string;
  readonly commitmentId: string;
}

/** A wanted claim, and what takes its subject already. */
export interface Clash<T extends Wanted> {
  readonly wanted: Wanted;
  readonly inTheWay: T;
}

/** Every pair of a wanted claim and one that takes the same subject at the same time for another commitment. */
export function clashesWith<T extends Wanted>(wanted: readonly Wanted[], taken: readonly T[]): readonly Clash<T>[] {
  const bySubject = new Map<string, T[]>();
  for (const one of taken) {
    const list = bySubject.get(one.subjectId);
    if (list) list.push(one);
    else bySubject.set(one.subjectId, [one]);
  }
  return wanted.flatMap((one) =>
    (bySubject.get(one.subjectId) ?? [])
      .filter((other) => other.commitmentId !== one.commitmentId && overlaps(one, other))
      .map((inTheWay) => ({ wanted: one, inTheWay })),
  );
}

/** Claims for the same subject and time within one request; every pair once. */
export const clashesAmong = (wanted: readonly Wanted[]): readonly Clash<Wanted>[] =>
  clashesWith(wanted, wanted).filter((clash) => clash.wanted.commitmentId < clash.inTheWay.commitmentId);

/** The most claims that take a subject at one instant of an interval. */
export function peakOf(interval: Interval, taken: readonly Interval[]): number {
  const within = taken.filter((one) => overlaps(one, interval));
  const instants = [interval, ...within].map(({ startsAt }) =>
    Math.max(startsAt.getTime(), interval.startsAt.getTime()),
  );
  return Math.max(
    ...instants.map(
      (at) => within.filter(({ startsAt, endsAt }) => startsAt.getTime() <= at && at < endsAt.getTime()).length,
    ),
  );
}
