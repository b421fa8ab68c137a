import { type Busy, type Interval, overlaps } from '../../../../server/calendar/api.ts';

/** Time that a lesson is to take. */
export interface Taking {
  readonly lessonId: string;
  readonly interval: Interval;
  readonly personIds: readonly string[];
}

/** Meeting rooms: how many lessons may be held at once, and what takes them already. */
export interface Rooms {
  readonly id: string;
  readonly capacity: number;
}

/** What takes a person already; null when it is a lesson that is claimed in the same go. */
export interface Conflict {
  readonly personId: string;
  readonly inTheWay: Busy | null;
}

/** What one lesson can claim as it is, and who is in two places because of it. */
export interface Allotment {
  readonly taking: Taking;
  /** Persons who are free. */
  readonly free: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly hasRoom: boolean;
}

/**
 * Sees who of each lesson is free. Of two lessons that want the same person at once the first one gets it. `busy` is
 * what stays taken in the ledger, of persons and of the meeting rooms.
 */
export function allot(
  takings: readonly Taking[],
  busy: readonly Busy[],
  rooms: Rooms | undefined,
): readonly Allotment[] {
  const taken = new Map<string, { readonly interval: Interval; readonly by: Busy | null }[]>();
  const note = (subjectId: string, interval: Interval, by: Busy | null): void => {
    const list = taken.get(subjectId);
    if (list) list.push({ interval, by });
    else taken.set(subjectId, [{ interval, by }]);
  };
  for (const one of busy) note(one.subjectId, one, one);
  return takings.map((taking): Allotment => {
    const { interval, personIds } = taking;
    const inTheWayOf = (id: string) => (taken.get(id) ?? []).filter((one) => overlaps(one.interval, interval));
    const hasRoom = rooms !== undefined && peak(interval, inTheWayOf(rooms.id)) < rooms.capacity;
    const conflicts = personIds.flatMap((personId) =>
      inTheWayOf(personId).map(({ by }): Conflict => ({ personId, inTheWay: by })),
    );
    const clashing = new Set(conflicts.map(({ personId }) => personId));
    for (const id of personIds) note(id, interval, null);
    if (hasRoom) note(rooms.id, interval, null);
    return { taking, free: personIds.filter((id) => !clashing.has(id)), conflicts, hasRoom };
  });
}

/** The most of these that are held at one instant of an interval. */
function peak(within: Interval, others: readonly { readonly interval: Interval }[]): number {
  const starts = [within, ...others.map(({ interval }) => interval)].map(({ startsAt }) =>
    Math.max(startsAt.getTime(), within.startsAt.getTime()),
  );
  return Math.max(
    ...starts.map(
      (at) =>
        others.filter(({ interval }) => interval.startsAt.getTime() <= at && at < interval.endsAt.getTime()).length,
    ),
  );
}
