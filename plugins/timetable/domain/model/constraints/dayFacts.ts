import type { Case, Detail } from '../score.ts';
import type { ResourceDay, TimetableView } from '../view.ts';

/** Busy cells of a day. */
export const busyCount = (day: ResourceDay): number => day.busy.filter(Boolean).length;

/** Free cells between the first and the last busy one, without breaks and hours in which the resource is not available. */
export function gapCount(day: ResourceDay): number {
  const first = day.busy.indexOf(true);
  const last = day.busy.lastIndexOf(true);
  return day.busy.filter((busy, cell) => !busy && !day.closed[cell] && cell > first && cell < last).length;
}

/** Lengths of the runs of busy cells. */
export function busyRuns(day: ResourceDay): number[] {
  const runs: number[] = [];
  let length = 0;
  for (const busy of [...day.busy, false]) {
    if (!busy && length > 0) runs.push(length);
    length = busy ? length + 1 : 0;
  }
  return runs;
}

/** The days of a resource, week by week. */
export function weeksOf(resource: string, view: TimetableView): ResourceDay[][] {
  const weeks = new Map<number, ResourceDay[]>();
  for (const day of view.days(resource)) {
    const week = weeks.get(day.week);
    if (week) week.push(day);
    else weeks.set(day.week, [day]);
  }
  return [...weeks.values()];
}

/** A case about a resource; the amount counts for every set that it stands for. Nothing when the amount is 0. */
export function resourceCase(resource: string, amount: number, detail: Detail, view: TimetableView): Case[] {
  if (amount <= 0) return [];
  const activities = view.users(resource).map((here) => here.activity.id);
  return [{ amount: amount * view.resource(resource).copies, activities, detail: { resource, ...detail } }];
}
