/** A calendar date without a zone: `2026-09-01`. */
export type LocalDate = string;
/** A time on a wall clock without a zone: `08:30`; `24:00` is the end of the day. */
export type WallTime = string;
/** 1 (Monday) to 7 (Sunday). */
export type Weekday = number;

export const minuteMs = 60_000;
export const dayMs = 24 * 60 * minuteMs;

/** Minutes since midnight: `08:30` is 510, `24:00` is 1440. Throws RangeError on anything else than `HH:mm`. */
export function minutesOf(time: WallTime): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^24:00$/.exec(time);
  if (!match) throw new RangeError(`not a wall time: ${time}`);
  return time === '24:00' ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}

/** The wall time of so many minutes since midnight (0 to 1440). */
export const wallTimeOf = (minutes: number): WallTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Midnight of the date, read as if it were UTC, in milliseconds. Throws RangeError when there is no such date. */
export function dayStart(on: LocalDate): number {
  const ms = Date.parse(`${on}T00:00:00.000Z`);
  if (Number.isNaN(ms) || dateOf(ms) !== on) throw new RangeError(`not a date: ${on}`);
  return ms;
}

/** The date of milliseconds that stand for a wall clock read as UTC. */
export const dateOf = (wallMs: number): LocalDate => new Date(wallMs).toISOString().slice(0, 10);

export const addDays = (on: LocalDate, days: number): LocalDate => dateOf(dayStart(on) + days * dayMs);

export const weekdayOf = (on: LocalDate): Weekday => ((Math.floor(dayStart(on) / dayMs) + 3) % 7) + 1;
