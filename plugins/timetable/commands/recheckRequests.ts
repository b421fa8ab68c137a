import { overlaps } from '../../../server/calendar/api.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { allot } from '../domain/publish/allot.ts';
import { isOpen, stateNow } from '../domain/reschedule/decide.ts';
import { lossOf } from '../domain/reschedule/loss.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { rescheduleLost } from '../events.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { lessonsByIds } from '../store/lessons.ts';
import { partsOf, replaceParts } from '../store/rescheduleParts.ts';
import { lockReschedule, updateReschedule } from '../store/reschedules.ts';
import { roomPool } from '../store/roomPool.ts';
import { addStep } from './addStep.ts';
import { endRequest, giveBack } from './endRequest.ts';
import { asNew } from './holdTimes.ts';
import { deadlineFor } from './requestDeadline.ts';
import { touchRequest } from './touchRequest.ts';

/**
 * Looks again whether these open requests can still be carried out. One whose lesson is another now ends, as if the lesson had
 * been moved by hand; one whose time is gone is asked anew: its times are given back, and its owner chooses another.
 */
export async function recheckRequests(apis: Apis, scope: WriteScope, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const request = await lockReschedule(scope.db, id);
    if (request && isOpen(stateNow(request, scope.now))) await recheck(apis, scope, request);
  }
}

async function recheck(apis: Apis, scope: WriteScope, request: Reschedule): Promise<void> {
  const parts = await partsOf(scope.db, [request.id]);
  const ids = [request.lessonId, ...parts.map(({ lessonId }) => lessonId)];
  const lessons = new Map((await lessonsByIds(scope.db, ids)).map((lesson) => [lesson.id, lesson]));
  const lessonOf = (id: string) => lessons.get(id);
  const crowded = await crowdedParts(apis, scope, request, parts, lessons);
  const teachers = await apis.people.peopleByIds(
    scope.db,
    parts.map(({ teacherId }) => teacherId),
  );
  const active = new Set(teachers.filter(({ isActive }) => isActive).map(({ id }) => id));
  const loss = lossOf(request, parts, {
    lessonOf,
    isFree: ({ nth }) => !crowded.has(nth),
    isThere: (id) => active.has(id),
  });
  const lesson = lessonOf(request.lessonId);
  if (!loss || !lesson) return;
  const { groupId } = lesson;
  if (loss === 'lesson')
    await endRequest(apis, scope, request, { state: 'withdrawn', what: 'withdrawn', note: null, groupId });
  else await loseTime(apis, scope, request, parts, { groupId, why: loss === 'teacher' ? 'left' : 'taken' });
  await touchRequest(apis, scope, request);
}

/** Numbers of the parts at whose new time somebody who is needed is taken, or no meeting room is left. */
async function crowdedParts(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  parts: readonly ReschedulePart[],
  lessons: ReadonlyMap<string, Lesson>,
): Promise<ReadonlySet<number>> {
  const rooms = await roomPool(scope.db);
  // What is held for it is its own, and its lessons leave their old times.
  const leaving = new Set(
    parts.flatMap(({ holdId, lessonId }) => [holdId ?? [], lessons.get(lessonId)?.commitmentId ?? []].flat()),
  );
  const crowded = new Set<number>();
  for (const part of parts) {
    const lesson = lessons.get(part.lessonId);
    if (!lesson) continue;
    const held = request.kind === 'anew' && part.nth === 1 ? asNew(lesson, request) : lesson;
    const personIds = [...(await studentsOfDates(apis, scope, held, [part.heldOn])), part.teacherId];
    const subjects = [...personIds, ...(rooms ? [rooms.id] : [])];
    const busy = await apis.calendar.busyOf(scope, subjects, part.startsAt, part.endsAt);
    const staying = busy.filter((one) => !leaving.has(one.commitmentId) && overlaps(one, part));
    const [place] = allot([{ lessonId: part.lessonId, interval: part, personIds }], staying, rooms);
    if (place && (place.conflicts.length > 0 || (rooms && !place.hasRoom))) crowded.add(part.nth);
  }
  return crowded;
}

/** Gives the times back and asks anew; whoever had been asked hears that there is nothing to answer any more. */
async function loseTime(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  parts: readonly ReschedulePart[],
  { groupId, why }: { readonly groupId: string; readonly why: 'taken' | 'left' },
): Promise<void> {
  await giveBack(apis, scope, request.id);
  await replaceParts(scope.db, request.id, []);
  const asked: Reschedule = {
    ...request,
    state: 'asked',
    heldOn: null,
    startsAt: null,
    endsAt: null,
    ...deadlineFor('asked', scope.now, request, []),
    isSettledAhead: false,
    isCountered: false,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, asked);
  await addStep(scope, request, 'lost', null);
  scope.emit(rescheduleLost, {
    rescheduleId: request.id,
    lessonId: request.lessonId,
    groupId,
    why,
    revision: asked.revision,
    startsAt: (request.startsAt ?? request.fromStartsAt).toISOString(),
    teacherId: request.teacherId,
    makingRoom: parts.filter(({ nth }) => nth > 1).map(({ teacherId, lessonId }) => ({ teacherId, lessonId })),
  });
}
