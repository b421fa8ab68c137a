import { type Interval, instantOf } from '../../../../server/calendar/api.ts';

/** A time for a lesson: a date and wall time of the group's zone, and the instants that they mean. */
export interface Slot extends Interval {
  readonly on: string;
  readonly time: string;
}

/** The slot of a wall time; undefined when clocks skip it. */
export function slotAt(
  local: { readonly on: string; readonly time: string },
  zone: string,
  ms: number,
): Slot | undefined {
  const instant = instantOf(local, zone);
  if (instant.kind === 'skipped') return undefined;
  return { ...local, startsAt: instant.at, endsAt: new Date(instant.at.getTime() + ms) };
}
