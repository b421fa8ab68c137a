import { addDays, localOf, minutesOf } from '../../calendar/api.ts';
import { atTime, type QuietHours, quietUntil } from './quietHours.ts';

/** Notices of ten minutes go into one mail. */
const gatherMs = 10 * 60_000;
/** When those write who want one mail a day. */
const digestTime = '07:00';

/** When a notice of this moment goes out by mail to somebody in this zone: soon, but not in quiet hours; or the next morning. */
export function mailTime(choice: 'soon' | 'daily', now: Date, zone: string, quiet: QuietHours | undefined): Date {
  if (choice === 'daily') return nextMorning(now, zone);
  const soon = new Date(now.getTime() + gatherMs);
  return quietUntil(quiet, soon, zone) ?? soon;
}

function nextMorning(now: Date, zone: string): Date {
  const { on, time } = localOf(now, zone);
  return atTime(minutesOf(time) < minutesOf(digestTime) ? on : addDays(on, 1), digestTime, zone);
}
