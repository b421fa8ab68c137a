import { addDays, instantOf, localOf, minutesOf, type WallTime } from '../../calendar/api.ts';

/** Wall times between which nobody is disturbed; they usually lie on both sides of midnight. */
export interface QuietHours {
  readonly fromTime: WallTime;
  readonly toTime: WallTime;
}

/** Where neither the person nor the school has said otherwise. */
export const usualQuietHours: QuietHours = { fromTime: '21:00', toTime: '07:00' };

/** What somebody wants: what is usual in their school, hours of their own, or to be reached at any time. */
export type QuietChoice =
  | { readonly kind: 'usual' }
  | { readonly kind: 'never' }
  | ({ readonly kind: 'own' } & QuietHours);

const dayMinutes = 24 * 60;

export const lengthOf = ({ fromTime, toTime }: QuietHours): number =>
  (minutesOf(toTime) - minutesOf(fromTime) + dayMinutes) % dayMinutes;

/** Of the hours of several schools, the longest: whoever has children in two of them is left alone by both. */
export const longestOf = (all: readonly QuietHours[]): QuietHours | undefined =>
  all.toSorted((a, b) => lengthOf(b) - lengthOf(a) || minutesOf(a.fromTime) - minutesOf(b.fromTime))[0];

/** When the quiet hours in which this moment lies end; undefined when it lies in none. */
export function quietUntil(hours: QuietHours | undefined, now: Date, zone: string): Date | undefined {
  if (!hours) return undefined;
  const local = localOf(now, zone);
  const since = (minutesOf(local.time) - minutesOf(hours.fromTime) + dayMinutes) % dayMinutes;
  if (since >= lengthOf(hours)) return undefined;
  const endsToday = minutesOf(local.time) < minutesOf(hours.toTime);
  return atTime(endsToday ? local.on : addDays(local.on, 1), hours.toTime, zone);
}

/** The instant of a wall time; where clocks skip it, what they show instead. */
export function atTime(on: string, time: WallTime, zone: string): Date {
  const found = instantOf({ on, time }, zone);
  if (found.kind !== 'skipped') return found.at;
  const instead = instantOf(found.instead, zone);
  return instead.kind === 'skipped' ? new Date(`${on}T12:00:00Z`) : instead.at;
}
