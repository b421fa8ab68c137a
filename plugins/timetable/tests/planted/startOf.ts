import type { GroupFacts } from '../../domain/compose/facts.ts';
import type { GridHour } from '../../domain/compose/lesson.ts';

/** Minutes after midnight at which an hour of a group's grid begins. */
export function startOf(group: GroupFacts, { weekday, hour }: GridHour): number {
  const place = group.grid.find((one) => one.weekday === weekday && one.hour === hour);
  return Number(place?.startsTime.slice(0, 2)) * 60 + Number(place?.startsTime.slice(3));
}
