import { useTimes } from '../../time/useTimes.ts';

interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

/** "Mon–Thu 09:00–18:00, Fri 09:00–15:00": days with the same hours together. */
export function useHoursText(): (hours: readonly Hours[]) => string {
  const times = useTimes();
  return (hours) => {
    const days = new Map<number, string>();
    for (const { weekday, from, to } of hours.toSorted((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)))
      days.set(weekday, [days.get(weekday), `${from}–${to}`].filter(Boolean).join(', '));
    const spans: { first: number; last: number; text: string }[] = [];
    for (const [weekday, text] of days) {
      const last = spans.at(-1);
      if (last && last.text === text && last.last === weekday - 1) last.last = weekday;
      else spans.push({ first: weekday, last: weekday, text });
    }
    const day = (weekday: number) => times.weekday(weekday, 'short');
    return spans
      .map(({ first, last, text }) => `${first === last ? day(first) : `${day(first)}–${day(last)}`} ${text}`)
      .join('; ');
  };
}
