import type { Grid } from '../../../api/schoolLists.ts';

/** A grid as people write it: some days of the week, and when each hour begins on them. */
export interface GridHours {
  readonly weekdays: readonly number[];
  readonly starts: readonly string[];
  readonly minutes: number;
  /** Whether every day has the same hours; saving makes it so. */
  readonly isEven: boolean;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What a stored grid looks like in the form; a new one begins with five days and no hours. */
export function gridHoursOf({ items }: Pick<Grid, 'items'>): GridHours {
  if (items.length === 0) return { weekdays: [1, 2, 3, 4, 5], starts: [], minutes: 45, isEven: true };
  const weekdays = [...new Set(items.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const starts = [...new Set(items.map(({ startsTime }) => startsTime))].sort();
  const lengths = new Set(items.map(({ minutes }) => minutes));
  return {
    weekdays,
    starts,
    minutes: items[0]?.minutes ?? 45,
    isEven: items.length === weekdays.length * starts.length && lengths.size === 1,
  };
}

/** The hour that would come next: after the last, with a break of ten minutes. */
export function nextStart({ starts, minutes }: Pick<GridHours, 'starts' | 'minutes'>): string {
  const last = starts.toSorted().at(-1);
  if (!last) return '09:00';
  return timeOf(Math.min(minutesOf(last) + minutes + 10, 23 * 60 + 55));
}

/** Hours that begin before the one above has ended. */
export const overlapping = ({ starts, minutes }: Pick<GridHours, 'starts' | 'minutes'>): readonly string[] => {
  const sorted = starts.toSorted();
  return sorted.filter((start, at) => {
    const before = sorted[at - 1];
    return before !== undefined && minutesOf(start) < minutesOf(before) + minutes;
  });
};

/** The places of a grid, hours numbered from 1 in the order of the clock. */
export const placesOf = ({ weekdays, starts, minutes }: Omit<GridHours, 'isEven'>) =>
  weekdays.flatMap((weekday) =>
    starts.toSorted().map((startsTime, at) => ({ weekday, hour: at + 1, startsTime, minutes })),
  );

const everyFiveMinutes = Array.from({ length: (24 * 60) / 5 }, (_, at) => timeOf(at * 5));

/** Times to choose from, with the one that is there. A list, because a browser's own time field follows its language. */
export const startsToChoose = (start: string): string[] =>
  everyFiveMinutes.includes(start) ? everyFiveMinutes : [...everyFiveMinutes, start].sort();
