import { capacityFull, timeTaken } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { type Allotment, allot, type Rooms, type Taking } from '../domain/publish/allot.ts';
import { spanOf } from '../domain/publish/span.ts';
import type { ListedProblem } from '../store/publicationChanges.ts';

/** A lesson that takes time anew (without a commitment) or another time than before. */
export interface LessonTime extends Taking {
  readonly commitmentId: string | null;
}

export interface TimeTaken {
  readonly commitmentId: string;
  readonly problems: readonly ListedProblem[];
}

const tries = 3;

/**
 * Claims and releases the time of many lessons at once. Nobody's clash stops the others: whoever is taken elsewhere is
 * in both places, as an overlap that somebody has to resolve, and a lesson without a meeting room does without; both
 * are answered as problems.
 */
export async function takeTime(
  apis: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  lessons: readonly LessonTime[],
  releases: readonly string[],
  rooms: Rooms | undefined,
): Promise<ReadonlyMap<string, TimeTaken>> {
  const leaving = new Set([...releases, ...lessons.flatMap(({ commitmentId }) => commitmentId ?? [])]);
  for (let attempt = 1; ; attempt += 1) {
    const allotments = await allotNow(apis, scope, lessons, leaving, rooms, attempt === tries);
    try {
      return await claimAll(apis, scope, lessons, allotments, releases, rooms);
    } catch (reason) {
      // Somebody else took time between our look and our claim: look again; at last claim for nobody and add each.
      const isTaken = reason instanceof Problem && (reason.kind === timeTaken || reason.kind === capacityFull);
      if (!isTaken || attempt === tries) throw reason;
    }
  }
}

async function allotNow(
  apis: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  lessons: readonly LessonTime[],
  leaving: ReadonlySet<string>,
  rooms: Rooms | undefined,
  isLast: boolean,
): Promise<readonly Allotment[]> {
  const span = spanOf(lessons.map(({ interval }) => interval));
  if (!span) return [];
  const subjects = [...new Set(lessons.flatMap(({ personIds }) => personIds)), ...(rooms ? [rooms.id] : [])];
  const busy = await apis.calendar.busyOf(scope, subjects, span.startsAt, span.endsAt);
  const staying = busy.filter(({ commitmentId }) => !leaving.has(commitmentId));
  const allotments = allot(lessons, staying, rooms);
  return isLast ? allotments.map((one) => ({ ...one, free: [], hasRoom: false })) : allotments;
}

async function claimAll(
  { calendar }: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  lessons: readonly LessonTime[],
  allotments: readonly Allotment[],
  releases: readonly string[],
  rooms: Rooms | undefined,
): Promise<ReadonlyMap<string, TimeTaken>> {
  const ofLesson = new Map(allotments.map((one) => [one.taking.lessonId, one]));
  const subjectsOf = (lessonId: string): readonly string[] => {
    const one = ofLesson.get(lessonId);
    return one ? [...one.free, ...(one.hasRoom && rooms ? [rooms.id] : [])] : [];
  };
  const [fresh, moved] = [true, false].map((isNew) =>
    lessons.filter(({ commitmentId }) => (commitmentId === null) === isNew),
  );
  const claimed = await calendar.applyChanges(scope, {
    claims: (fresh ?? []).map(({ lessonId, interval }) => ({
      source: { plugin: 'timetable', entityId: lessonId },
      interval,
      subjects: subjectsOf(lessonId),
    })),
    moves: (moved ?? []).flatMap(({ lessonId, commitmentId, interval }) =>
      commitmentId === null ? [] : [{ id: commitmentId, interval, subjects: subjectsOf(lessonId) }],
    ),
    releases,
  });
  const commitments = new Map(claimed.map(({ id, source }) => [source.entityId, id]));
  await addClashing({ calendar }, scope, allotments, commitments);
  return new Map(
    [...commitments].map(([lessonId, commitmentId]) => [
      lessonId,
      { commitmentId, problems: problemsOf(ofLesson.get(lessonId), rooms) },
    ]),
  );
}

/** Adds those who are taken elsewhere; the ledger lists the overlap until somebody resolves it. */
async function addClashing(
  { calendar }: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  allotments: readonly Allotment[],
  commitments: ReadonlyMap<string, string>,
): Promise<void> {
  const later = new Map<string, string[]>();
  for (const { taking, free } of allotments) {
    const id = commitments.get(taking.lessonId);
    if (id === undefined) continue;
    const claimed = new Set(free);
    for (const personId of taking.personIds)
      if (!claimed.has(personId)) later.set(personId, [...(later.get(personId) ?? []), id]);
  }
  for (const [personId, ids] of [...later].sort(([a], [b]) => a.localeCompare(b)))
    await calendar.addSubject(scope, personId, ids);
}

const problemsOf = (allotment: Allotment | undefined, rooms: Rooms | undefined): readonly ListedProblem[] =>
  allotment
    ? [
        ...allotment.conflicts.map(
          ({ personId, inTheWay }): ListedProblem => ({
            kind: 'taken',
            personId,
            plugin: inTheWay?.source.plugin ?? null,
            entityId: inTheWay?.source.entityId ?? null,
          }),
        ),
        ...(rooms && !allotment.hasRoom ? [{ kind: 'no-room' } as const] : []),
      ]
    : [];
