import { dayOf, minuteOfDay } from '../../time/days.ts';
import type { WeekEntry } from './WeekEntry.ts';

/** An entry with its place within its day. */
export interface PlacedEntry {
  readonly entry: WeekEntry;
  readonly from: number;
  readonly to: number;
  /** Entries at the same time stand side by side: which of how many. */
  readonly lane: number;
  readonly lanes: number;
}

export interface DayOfEntries {
  readonly day: string;
  readonly entries: readonly WeekEntry[];
}

/** Entries by local date, each day in order of time. */
export function entriesByDay(entries: readonly WeekEntry[], days: readonly string[], zone: string): DayOfEntries[] {
  const sorted = entries.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return days.map((day) => ({
    day,
    entries: sorted.filter((entry) => dayOf(new Date(entry.startsAt), zone) === day),
  }));
}

/** The whole hours that hold all entries, at least eight of them. */
export function hoursOf(entries: readonly WeekEntry[], zone: string): { first: number; last: number } {
  const starts = entries.map((entry) => minuteOfDay(new Date(entry.startsAt), zone));
  const ends = entries.map((entry) => endMinute(entry, zone));
  const first = Math.floor(Math.min(9 * 60, ...starts) / 60);
  const last = Math.ceil(Math.max(15 * 60, ...ends) / 60);
  return { first, last };
}

function endMinute(entry: WeekEntry, zone: string): number {
  const start = minuteOfDay(new Date(entry.startsAt), zone);
  const length = (Date.parse(entry.endsAt) - Date.parse(entry.startsAt)) / 60_000;
  return Math.min(24 * 60, start + length);
}

/** Puts the entries of one day into as few lanes as keep them from covering each other. */
export function placed(entries: readonly WeekEntry[], zone: string): PlacedEntry[] {
  const result: PlacedEntry[] = [];
  let cluster: { entry: WeekEntry; from: number; to: number; lane: number }[] = [];
  const close = () => {
    const lanes = Math.max(0, ...cluster.map((item) => item.lane)) + 1;
    result.push(...cluster.map((item) => ({ ...item, lanes })));
    cluster = [];
  };
  for (const entry of entries) {
    const from = minuteOfDay(new Date(entry.startsAt), zone);
    const to = endMinute(entry, zone);
    if (cluster.every((item) => item.to <= from)) close();
    const busy = new Set(cluster.filter((item) => item.to > from).map((item) => item.lane));
    let lane = 0;
    while (busy.has(lane)) lane += 1;
    cluster.push({ entry, from, to, lane });
  }
  close();
  return result;
}
