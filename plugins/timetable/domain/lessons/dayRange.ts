import { addDays, type Interval, localOf, startOfDay } from '../../../../server/calendar/api.ts';

/** Some whole days of a zone's calendar. */
export const dayRange = (from: string, days: number, zone: string): Interval => ({
  startsAt: startOfDay(from, zone),
  endsAt: startOfDay(addDays(from, days), zone),
});

/** Today, as the zone's calendar has it. */
export const todayIn = (zone: string, now: Date): string => localOf(now, zone).on;
