import { addDays, type ClockRegime, clockRegimes, weekdayOf } from '../../../server/calendar/api.ts';
import type { Days } from '../../../server/school/api.ts';
import type { Clock } from '../domain/compose/facts.ts';

const dateOf = (at: Date): string => at.toISOString().slice(0, 10);

/** One clock for all parts of the term in which clocks stand equally; the day of a change belongs to the later part. */
export function clocksOf(zones: readonly string[], days: Days): readonly Clock[] {
  const from = new Date(`${days.fromOn}T00:00:00Z`);
  const to = new Date(`${addDays(days.untilOn, 1)}T00:00:00Z`);
  const clocks = new Map<string, { readonly periods: Days[]; readonly offsets: ClockRegime['offsets'] }>();
  for (const { startsAt, endsAt, offsets } of clockRegimes(zones, from, to)) {
    const period = { fromOn: dateOf(startsAt), untilOn: addDays(dateOf(endsAt), -1) };
    if (period.untilOn < period.fromOn) continue;
    const key = JSON.stringify([...offsets]);
    const same = clocks.get(key);
    if (same) same.periods.push(period);
    else clocks.set(key, { periods: [period], offsets });
  }
  return [...clocks.values()].map((clock) => ({ ...clock, weekdays: new Set(clock.periods.flatMap(weekdaysOf)) }));
}

function weekdaysOf({ fromOn, untilOn }: Days): readonly number[] {
  const weekdays: number[] = [];
  for (let on = fromOn; on <= untilOn && weekdays.length < 7; on = addDays(on, 1)) weekdays.push(weekdayOf(on));
  return weekdays;
}
