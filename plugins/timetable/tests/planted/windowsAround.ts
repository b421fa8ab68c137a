import type { Random } from '../../../../server/optimise/random.ts';
import { offsetIn } from '../../domain/compose/clockOffset.ts';
import type { Clock, WeeklyWindow } from '../../domain/compose/facts.ts';

/** A lesson on the wall clock of a zone; `start` in minutes after midnight. */
export interface Span {
  readonly zone: string;
  readonly weekday: number;
  readonly start: number;
  readonly minutes: number;
}

const DAY = 24 * 60;
const timeText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * Windows in which somebody at home in another zone can be in all of these lessons, in every clock of the term, with up to an hour of slack on
 * either side. Whoever would have to be online around midnight has none, which means always.
 */
export function windowsAround(
  spans: readonly Span[],
  home: string,
  clocks: readonly Clock[],
  random: Random,
): WeeklyWindow[] {
  const days = new Map<number, { from: number; to: number }>();
  for (const { zone, weekday, start, minutes } of spans) {
    const shifts = clocks.map((clock) => offsetIn(clock, home) - offsetIn(clock, zone));
    const from = start + Math.min(...shifts);
    const to = start + minutes + Math.max(...shifts);
    if (from < 60 || to > DAY - 60) return [];
    const known = days.get(weekday);
    days.set(weekday, { from: Math.min(known?.from ?? from, from), to: Math.max(known?.to ?? to, to) });
  }
  return [...days].map(([weekday, { from, to }]): WeeklyWindow => {
    const slack = () => 60 * random.below(2);
    return { kind: 'online', weekday, from: timeText(from - slack()), to: timeText(to + slack()) };
  });
}
