import { addDays, type Interval, instantOf, localOf } from '../../../../server/calendar/api.ts';

/** The instant at which a date begins in a zone, also where clocks skip midnight. */
function startOf(on: string, zone: string): Date {
  const midnight = instantOf({ on, time: '00:00' }, zone);
  if (midnight.kind !== 'skipped') return midnight.at;
  const after = instantOf(midnight.instead, zone);
  return after.kind === 'skipped' ? new Date(`${on}T00:00:00Z`) : after.at;
}

/** Some whole days of a zone's calendar. */
export const dayRange = (from: string, days: number, zone: string): Interval => ({
  startsAt: startOf(from, zone),
  endsAt: startOf(addDays(from, days), zone),
});

/** Today, as the zone's calendar has it. */
export const todayIn = (zone: string, now: Date): string => localOf(now, zone).on;
