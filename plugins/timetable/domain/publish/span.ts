import type { Interval } from '../../../../server/calendar/api.ts';

/** The shortest interval that holds all of them; undefined when there are none. */
export function spanOf(intervals: readonly Interval[]): Interval | undefined {
  let span: Interval | undefined;
  for (const { startsAt, endsAt } of intervals)
    span = {
      startsAt: span && span.startsAt < startsAt ? span.startsAt : startsAt,
      endsAt: span && span.endsAt > endsAt ? span.endsAt : endsAt,
    };
  return span;
}
