import { addDays, localOf, minutesOf, weekdayOf } from '../../calendar/api.ts';
import type { DigestTime, MailRule } from './choice.ts';
import { atTime, type QuietHours, quietUntil } from './quietHours.ts';

/** What is known of a receiver in the moment of telling; all of it is looked up again at delivery. */
export interface Receiver {
  readonly zone: string;
  /** Undefined: may be reached at any time. */
  readonly quiet: QuietHours | undefined;
  readonly digest: DigestTime;
}

/** Notices of ten minutes go into one mail. */
const gatherMs = 10 * 60_000;

/** When a notice of this moment goes out by mail; undefined when it does not. */
export function mailTime(
  rule: MailRule,
  now: Date,
  { zone, quiet, digest }: Receiver,
  isUrgent: boolean,
): Date | undefined {
  if (rule === 'never') return undefined;
  if (isUrgent) return now;
  const wanted = rule === 'soon' ? new Date(now.getTime() + gatherMs) : digestTime(rule, now, zone, digest);
  return quietUntil(quiet, wanted, zone) ?? wanted;
}

/** When it is shown on the person's devices. */
export const pushTime = (now: Date, { zone, quiet }: Receiver, isUrgent: boolean): Date =>
  (isUrgent ? undefined : quietUntil(quiet, now, zone)) ?? now;

function digestTime(rule: 'daily' | 'weekly', now: Date, zone: string, { time, weekday }: DigestTime): Date {
  const today = localOf(now, zone);
  const first = minutesOf(today.time) < minutesOf(time) ? today.on : addDays(today.on, 1);
  const on = rule === 'daily' ? first : addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  return atTime(on, time, zone);
}
