import type { Kind } from './request.ts';

/** Working days within which an answer is promised. */
const workingDays: Readonly<Record<Kind, number>> = { question: 2, technical: 1, workplace: 5, other: 3 };

const dayMs = 86_400_000;
const isWeekend = (at: number): boolean => [0, 6].includes(new Date(at).getUTCDay());

/** The local date until which a request of this kind, asked on `askedOn`, is to be answered. Saturdays and Sundays do not count. */
export const dueOn = (kind: Kind, askedOn: string): string => workingDaysAfter(askedOn, workingDays[kind]);

/** So many working days after a local date. */
export function workingDaysAfter(day: string, count: number): string {
  let at = Date.parse(`${day}T00:00:00Z`);
  for (let left = count; left > 0; ) {
    at += dayMs;
    if (!isWeekend(at)) left -= 1;
  }
  return new Date(at).toISOString().slice(0, 10);
}
