/** Minutes of a week that begins on Monday at 00:00 UTC; half-open. Nothing here reaches over the week's end. */
export interface WeekSpan {
  readonly start: number;
  readonly end: number;
}

const dayMinutes = 24 * 60;
export const weekMinutes = 7 * dayMinutes;

/** Minutes since midnight: `08:30` is 510, `24:00` is 1440. Throws RangeError on anything else than `HH:mm`. */
export function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time);
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
  if (!(minutes <= dayMinutes)) throw new RangeError(`not a wall time: ${time}`);
  return minutes;
}

/** The wall time of a minute of any day. */
export const wallTimeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** A stretch of a weekday on a wall clock that is `offset` minutes ahead of UTC, as one span or two (around the week's end). */
export function spansOf(weekday: number, fromMinute: number, minutes: number, offset: number): readonly WeekSpan[] {
  const wall = (weekday - 1) * dayMinutes + fromMinute - offset;
  const start = ((wall % weekMinutes) + weekMinutes) % weekMinutes;
  const end = start + minutes;
  if (minutes <= 0) return [];
  if (end <= weekMinutes) return [{ start, end }];
  return [
    { start: 0, end: end - weekMinutes },
    { start, end: weekMinutes },
  ];
}

/** What a wall clock shows at a minute of the UTC week. */
export function wallAt(minute: number, offset: number): { readonly weekday: number; readonly time: string } {
  const wall = (((minute + offset) % weekMinutes) + weekMinutes) % weekMinutes;
  return { weekday: Math.floor(wall / dayMinutes) + 1, time: wallTimeOf(wall % dayMinutes) };
}

export const overlapping = (some: readonly WeekSpan[], others: readonly WeekSpan[]): boolean =>
  some.some((a) => others.some((b) => a.start < b.end && b.start < a.end));

/** The same time as the fewest spans, in order. */
export function merged(spans: readonly WeekSpan[]): readonly WeekSpan[] {
  const result: WeekSpan[] = [];
  for (const next of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (!last || last.end < next.start) result.push(next);
    else if (last.end < next.end) result[result.length - 1] = { start: last.start, end: next.end };
  }
  return result;
}

/** Whether merged spans contain the whole of all the others. */
export const covering = (mergedSpans: readonly WeekSpan[], spans: readonly WeekSpan[]): boolean =>
  spans.every(({ start, end }) => mergedSpans.some((one) => one.start <= start && end <= one.end));
