import { localOf, overlaps } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Slot } from '../domain/lessons/slot.ts';
import { heldFor } from '../domain/reschedule/heldFor.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { subjectsOfLesson } from '../queries/concernedBy.ts';
import { lockLessons } from '../store/lessons.ts';
import { replaceParts } from '../store/rescheduleParts.ts';
import { refuseTaken } from './refuseTaken.ts';

/** A lesson and where a proposal puts it. */
export interface Wanted {
  readonly lesson: Lesson;
  readonly slot: Slot;
}

/**
 * Holds the new times until the answer is due, and gives back what was held before. Whoever sits in a lesson that makes
 * room is held by that lesson until the commit; all others are held here.
 */
export async function holdTimes(
  apis: Apis,
  scope: WriteScope,
  { id }: Pick<Reschedule, 'id'>,
  wanted: readonly Wanted[],
  { until, releases }: { readonly until: Date; readonly releases: readonly string[] },
): Promise<readonly (string | null)[]> {
  const lessons = wanted.map(({ lesson }) => lesson);
  const leaving = await apis.calendar.subjectsOf(
    scope,
    lessons.flatMap(({ commitmentId }) => commitmentId ?? []),
  );
  const subjects: (readonly string[])[] = [];
  for (const { lesson, slot } of wanted) {
    const there = lessons
      .filter((other) => other.id !== lesson.id && other.commitmentId !== null && overlaps(other, slot))
      .flatMap(({ commitmentId }) => leaving.get(commitmentId ?? '') ?? []);
    const needed = await subjectsOfLesson(apis, scope, lesson, slot.on);
    subjects.push(needed.filter((one) => !there.includes(one)));
  }
  const held = wanted.map((_, i) => (subjects[i]?.length ?? 0) > 0);
  const claims = wanted.flatMap(({ slot }, i) =>
    held[i]
      ? [
          {
            source: { plugin: 'timetable', entityId: heldFor(id, i + 1) },
            interval: { startsAt: slot.startsAt, endsAt: slot.endsAt },
            subjects: subjects[i] ?? [],
            holdUntil: until,
          },
        ]
      : [],
  );
  const made = await refuseTaken(apis, scope, () => apis.calendar.applyChanges(scope, { releases, claims }));
  let next = 0;
  return held.map((isHeld) => (isHeld ? (made[next++]?.id ?? null) : null));
}

/** Holds the same times until another deadline; refuses when somebody has taken one of them in spite of the hold. */
export async function prolongHolds(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  parts: readonly ReschedulePart[],
): Promise<void> {
  const lessons = await lockLessons(
    scope.db,
    parts.map(({ lessonId }) => lessonId),
  );
  const wanted = parts.flatMap(({ lessonId, nth, heldOn, startsAt, endsAt }): Wanted[] => {
    const lesson = lessons.find(({ id }) => id === lessonId);
    if (!lesson) return [];
    const { time } = localOf(startsAt, lesson.zone);
    const isAnew = request.kind === 'anew' && nth === 1;
    return [{ lesson: isAnew ? asNew(lesson, request) : lesson, slot: { on: heldOn, time, startsAt, endsAt } }];
  });
  const releases = parts.flatMap(({ holdId }) => holdId ?? []);
  const holds = await holdTimes(apis, scope, request, wanted, { until: request.dueAt ?? scope.now, releases });
  const held = parts.map((part, i) => ({ ...part, isAgreed: true, holdId: holds[i] ?? null }));
  await replaceParts(scope.db, request.id, held);
}

/** A missed lesson leaves nothing when it is held anew, and may be for one of its students only. */
export const asNew = (
  lesson: Lesson,
  { isForGroup, forPersonId }: Pick<Reschedule, 'isForGroup' | 'forPersonId'>,
): Lesson => ({
  ...lesson,
  commitmentId: null,
  forPersonId: isForGroup ? lesson.forPersonId : forPersonId,
});
