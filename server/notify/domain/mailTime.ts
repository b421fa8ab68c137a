import { addDays, instantOf, type LocalMoment, localOf, minutesOf } from '../../calendar/api.ts';

/** Notices of ten minutes go into one mail. */
const gatherMs = 10 * 60_000;
/** Nobody is written to at night. */
const day = { begins: '07:00', ends: '21:00' } as const;

/** When a notice of this moment goes out by mail to somebody in this zone: soon, but not at night; or the next morning. */
export function mailTime(choice: 'soon' | 'daily', now: Date, zone: string): Date {
  if (choice === 'daily') return nextMorning(localOf(now, zone), zone);
  const soon = new Date(now.getTime() + gatherMs);
  const local = localOf(soon, zone);
  const isDay = minutesOf(local.time) >= minutesOf(day.begins) && minutesOf(local.time) < minutesOf(day.ends);
  return isDay ? soon : nextMorning(local, zone);
}

function nextMorning({ on, time }: LocalMoment, zone: string): Date {
  const morning = { on: minutesOf(time) < minutesOf(day.begins) ? on : addDays(on, 1), time: day.begins };
  const found = instantOf(morning, zone);
  if (found.kind !== 'skipped') return found.at;
  const instead = instantOf(found.instead, zone);
  return instead.kind === 'skipped' ? new Date(`${on}T12:00:00Z`) : instead.at;
}
