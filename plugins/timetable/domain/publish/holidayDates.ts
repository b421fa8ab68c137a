import { addDays } from '../../../../server/calendar/api.ts';

/** Every date from the first to the last, both included. */
export function daysBetween(fromOn: string, untilOn: string): readonly string[] {
  const dates: string[] = [];
  for (let on = fromOn; on <= untilOn; on = addDays(on, 1)) dates.push(on);
  return dates;
}
