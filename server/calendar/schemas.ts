import { z } from 'zod';
import { Id, LocalDate, WallTime, Weekday } from '../people/api.ts';

/** The end of hours; `24:00` is the end of the day. */
const EndTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

const endsLater = ({ from, to }: { readonly from: string; readonly to: string }): boolean => from < to;
const reversed = { path: ['to'], params: { code: 'ends-before-start' } };

const Hours = { from: WallTime, to: EndTime };
const kinds = ['online', 'busy'] as const;

/** Hours of every week on the person's own wall clock; past midnight is written as two. */
const WeeklyHours = z.strictObject({ weekday: Weekday, ...Hours }).refine(endsLater, reversed);

/** Hours of one date, in which the person can be online although it usually cannot, or the other way round. */
const DatedHours = z.strictObject({ on: LocalDate, kind: z.enum(kinds), ...Hours }).refine(endsLater, reversed);

export const AvailabilityInput = z.strictObject({
  /** When the person can be online. Without any, it counts as always online. */
  windows: z.array(WeeklyHours).max(100),
  exceptions: z.array(DatedHours).max(400),
});
export type AvailabilityInput = z.infer<typeof AvailabilityInput>;

export const HomeSchoolHoursInput = z.strictObject({
  /** When the person is taken by the home school. */
  hours: z.array(WeeklyHours).max(100),
});
export type HomeSchoolHoursInput = z.infer<typeof HomeSchoolHoursInput>;

export const PersonParams = z.strictObject({ personId: Id });

const WeeklyHoursView = z.object({ weekday: Weekday, ...Hours });

export const AvailabilityView = z.object({
  personId: Id,
  /** IANA zone of the person's wall clock, in which all hours are given. */
  zone: z.string(),
  revision: z.int(),
  windows: z.array(WeeklyHoursView),
  homeSchoolHours: z.array(WeeklyHoursView),
  exceptions: z.array(z.object({ on: LocalDate, kind: z.enum(kinds), ...Hours })),
  /** Nothing was said: the person counts as always online, less the hours at the home school. */
  noWindowsGiven: z.boolean(),
  /** What the caller may do next. */
  may: z.object({ write: z.boolean(), writeHomeSchoolHours: z.boolean() }),
});
export type AvailabilityView = z.infer<typeof AvailabilityView>;
