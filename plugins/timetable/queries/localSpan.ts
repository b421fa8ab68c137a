import { type Interval, localOf } from '../../../server/calendar/api.ts';

/** What clocks of a zone show at the start and the end. */
export function localSpan({ startsAt, endsAt }: Interval, zone: string) {
  const [start, end] = [localOf(startsAt, zone), localOf(endsAt, zone)];
  return { on: start.on, startsTime: start.time, endsTime: end.time, zone };
}
