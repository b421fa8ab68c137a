import { dateFormat } from './formats.ts';

/** The calendar date of a moment in a zone: `2026-09-01`. */
export function dayOf(at: Date, zone: string): string {
  return dateFormat('en-CA', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** A date without a clock, held at noon UTC so that no zone moves it. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

export function addDays(day: string, count: number): string {
  const date = noonOf(day);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => noonOf(day).getUTCDay() || 7;

export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

export const weekFrom = (monday: string): readonly string[] =>
  [0, 1, 2, 3, 4, 5, 6].map((count) => addDays(monday, count));

/** Minutes since midnight on the zone's clock. */
export function minuteOfDay(at: Date, zone: string): number {
  const parts = dateFormat('en-GB', zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
  const number = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return number('hour') * 60 + number('minute');
}
