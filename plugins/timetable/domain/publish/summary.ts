import { localOf, weekdayOf } from '../../../../server/calendar/api.ts';
import type { LessonPlace } from '../lessons/lesson.ts';
import type { ChangeKind, LessonChange } from './change.ts';

/** A place in the week, at wall time in the group's zone. */
export interface WeekPlace {
  readonly weekday: number;
  readonly startsTime: string;
  readonly minutes: number;
  readonly teacherId: string | null;
}

/** The same change on many dates. */
export interface ChangeLine {
  readonly kind: ChangeKind;
  readonly groupId: string;
  readonly courseId: string;
  readonly subgroupId: string | null;
  readonly from: WeekPlace | null;
  readonly to: WeekPlace | null;
  /** Dates of the new place, of the old one when cancelled. */
  readonly dates: readonly string[];
}

const minuteMs = 60_000;

function placeIn(zone: string, place: LessonPlace | null): WeekPlace | null {
  if (!place) return null;
  const { on, time } = localOf(place.startsAt, zone);
  const minutes = (place.endsAt.getTime() - place.startsAt.getTime()) / minuteMs;
  return { weekday: weekdayOf(on), startsTime: time, minutes, teacherId: place.teacherId };
}

const order: readonly ChangeKind[] = ['moved', 'cancelled', 'added', 'kept'];

/** The exact list of changes, dates of the same change together; nothing that is kept. */
export function changeLines(
  changes: readonly LessonChange[],
  zones: ReadonlyMap<string, string>,
): readonly ChangeLine[] {
  const lines = new Map<string, ChangeLine & { readonly dates: string[] }>();
  for (const change of changes) {
    if (change.kind === 'kept') continue;
    const { kind, groupId, courseId, subgroupId } = change;
    const zone = zones.get(groupId) ?? 'UTC';
    const [from, to] = [placeIn(zone, change.from), placeIn(zone, change.to)];
    const key = JSON.stringify([groupId, courseId, kind, from, to]);
    const line = lines.get(key) ?? { kind, groupId, courseId, subgroupId, from, to, dates: [] };
    lines.set(key, line);
    const on = (change.to ?? change.from)?.on;
    if (on !== undefined) line.dates.push(on);
  }
  return [...lines.values()]
    .map((line) => ({ ...line, dates: line.dates.toSorted() }))
    .sort(
      (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.dates[0] ?? '').localeCompare(b.dates[0] ?? ''),
    );
}

export type Counts = Readonly<Record<ChangeKind, number>>;

export function countsOf(changes: readonly LessonChange[]): Counts {
  const counts = { kept: 0, moved: 0, cancelled: 0, added: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return counts;
}
