/** A stretch of time, half-open: `startsAt` belongs to it, `endsAt` does not. */
export interface Interval {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export const overlaps = (a: Interval, b: Interval): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;

/** The same time as the fewest intervals, in order. Empty intervals vanish, touching ones become one. */
export function merge(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals
    .filter(({ startsAt, endsAt }) => startsAt < endsAt)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (!last || last.endsAt < next.startsAt) merged.push(next);
    else if (last.endsAt < next.endsAt) merged[merged.length - 1] = { startsAt: last.startsAt, endsAt: next.endsAt };
  }
  return merged;
}

/** The time that is in both, as merged intervals. */
export function intersect(left: readonly Interval[], right: readonly Interval[]): readonly Interval[] {
  const [a, b] = [merge(left), merge(right)];
  const common: Interval[] = [];
  for (let i = 0, j = 0; ; ) {
    const [x, y] = [a[i], b[j]];
    if (!x || !y) return common;
    const startsAt = later(x.startsAt, y.startsAt);
    const endsAt = earlier(x.endsAt, y.endsAt);
    if (startsAt < endsAt) common.push({ startsAt, endsAt });
    if (x.endsAt < y.endsAt) i += 1;
    else j += 1;
  }
}

/** The time of `from` that is not in `taken`, as merged intervals. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const cuts = merge(taken);
  const free = [beginningOfTime, ...cuts.map(({ endsAt }) => endsAt)].map((startsAt, i) => ({
    startsAt,
    endsAt: cuts[i]?.startsAt ?? endOfTime,
  }));
  return intersect(from, free);
}

const beginningOfTime = new Date(-8.64e15);
const endOfTime = new Date(8.64e15);

const earlier = (a: Date, b: Date): Date => (a.getTime() < b.getTime() ? a : b);
const later = (a: Date, b: Date): Date => (a.getTime() < b.getTime() ? b : a);

/** Whether merged intervals (as the functions here return them) contain the whole of one interval. */
export function covers(merged: readonly Interval[], interval: Interval): boolean {
  let [low, high] = [0, merged.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = merged[middle];
    if (at && at.startsAt <= interval.startsAt) low = middle + 1;
    else high = middle;
  }
  const candidate = merged[low - 1];
  return candidate !== undefined && candidate.endsAt >= interval.endsAt;
}
