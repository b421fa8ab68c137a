const dayMs = 86_400_000;

const shifted = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** 1 is Monday. */
const weekdayOf = (on: string): number => ((new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

export const mondayOf = (on: string): string => shifted(on, 1 - weekdayOf(on));
export const sundayOf = (monday: string): string => shifted(monday, 6);

const thursday = 4;

/** The week that is written about on a day: from Thursday on the one that is ending, before that the last one. */
export const weekToWrite = (today: string): string =>
  weekdayOf(today) >= thursday ? mondayOf(today) : shifted(mondayOf(today), -7);
