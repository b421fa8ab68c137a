import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { lessonToActOn } from '../access/lessonAs.ts';
import { activeTeacherToAsk } from '../access/openLesson.ts';
import type { SeenReschedule } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { stateNow } from '../domain/reschedule/decide.ts';
import { earliestSlot } from '../domain/reschedule/policy.ts';
import type { Reschedule, ReschedulePart } from '../domain/reschedule/reschedule.ts';
import { rescheduleAsked } from '../events.ts';
import { changeLessons } from '../permissions.ts';
import { lessonUnknown } from '../problems.ts';
import { isTeacherEnough } from '../queries/policyOf.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { ProposeSlot } from '../schemas/reschedules.ts';
import { lockLessons } from '../store/lessons.ts';
import { replaceParts } from '../store/rescheduleParts.ts';
import { updateReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';
import { carryOut } from './carryOut.ts';
import { asNew, holdTimes, type Wanted } from './holdTimes.ts';
import { deadlineFor } from './requestDeadline.ts';
import { touchRequest } from './touchRequest.ts';

interface How {
  /** The teacher proposes it, and so has agreed. */
  readonly isCounter?: boolean;
  readonly note?: string | null;
}

/** Holds the times in the ledger and writes the request; it and its lesson are locked by the caller. */
export async function putToTeachers(
  apis: Apis,
  scope: WriteScope,
  { request, groupId, parts: before, part }: SeenReschedule,
  lesson: Lesson,
  slot: ProposeSlot,
  { isCounter = false, note = null }: How = {},
): Promise<void> {
  const wanted = await wantedOf(apis, scope, request, lesson, slot);
  const teachers = [];
  for (const one of wanted) {
    const kind = one.lesson.id === lesson.id ? request.kind : 'move';
    teachers.push(await activeTeacherToAsk(apis, scope, one.lesson, kind));
  }
  const parts = partsOfProposal(request, wanted, teachers, scope.actor.personId);
  const isAgreed = parts.every((one) => one.isAgreed);
  const state = isAgreed ? 'agreed' : 'proposed';
  const deadline = deadlineFor(state, scope.now, request, parts);
  const until = deadline.dueAt ?? scope.now;
  const releases = before.flatMap(({ holdId }) => holdId ?? []);
  const holds = await holdTimes(apis, scope, request, wanted, { until, releases });
  const held = parts.map((one, i) => ({ ...one, holdId: holds[i] ?? null }));
  await replaceParts(scope.db, request.id, held);
  const wasEnded = ['lapsed', 'declined'].includes(stateNow(request, scope.now));
  const [first] = parts;
  const isEnough = await isTeacherEnough(scope, groupId);
  const proposed: Reschedule = {
    ...request,
    teacherId: first?.teacherId ?? request.teacherId,
    state,
    heldOn: first?.heldOn ?? null,
    startsAt: first?.startsAt ?? null,
    endsAt: first?.endsAt ?? null,
    ...deadline,
    isSettledAhead: isCounter ? isEnough : part.isConfirming,
    isCountered: isCounter,
    endedAt: null,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, proposed);
  if (wasEnded) await addStep(scope, proposed, 'revived', null);
  await addStep(scope, proposed, isCounter ? 'countered' : 'proposed', note);
  if (isAgreed && !isCounter && proposed.isSettledAhead) {
    // Somebody who is both teacher and tutor has nobody left to ask.
    await addStep(scope, proposed, 'consented', null);
    await carryOut(apis, scope, { request: proposed, groupId, parts: held, part });
  } else
    scope.emit(rescheduleAsked, {
      rescheduleId: request.id,
      lessonId: lesson.id,
      groupId,
      revision: proposed.revision,
    });
  await touchRequest(apis, scope, proposed);
}

/** The lesson and those that make room for it, locked, each with the time that is meant. */
async function wantedOf(
  apis: Apis,
  scope: WriteScope,
  request: Reschedule,
  lesson: Lesson,
  { alongside = [], ...slot }: ProposeSlot,
): Promise<readonly Wanted[]> {
  const { kind } = request;
  const notBefore = earliestSlot(scope.now);
  const others = await lockLessons(
    scope.db,
    alongside.map(({ lessonId }) => lessonId),
  );
  const wanted = [{ lesson, slot: await slotOf(apis, scope, lesson, slot, notBefore) }];
  for (const { lessonId, ...to } of alongside) {
    // Whoever proposes a chain must be able to change all of its lessons; their teachers are asked all the same.
    await lessonToActOn(apis.school, scope, changeLessons, lessonId);
    const other = others.find(({ id }) => id === lessonId);
    if (!other || other.id === lesson.id) throw new Problem(lessonUnknown, { id: lessonId });
    wanted.push({ lesson: other, slot: await slotOf(apis, scope, other, to, notBefore) });
  }
  return kind === 'anew'
    ? wanted.map((one, i) => (i === 0 ? { ...one, lesson: asNew(one.lesson, request) } : one))
    : wanted;
}

function partsOfProposal(
  { id }: Reschedule,
  wanted: readonly Wanted[],
  teachers: readonly string[],
  actorId: string,
): readonly ReschedulePart[] {
  return wanted.map(({ lesson, slot }, i) => ({
    rescheduleId: id,
    nth: i + 1,
    lessonId: lesson.id,
    teacherId: teachers[i] ?? '',
    fromHeldOn: lesson.on,
    fromStartsAt: lesson.startsAt,
    fromEndsAt: lesson.endsAt,
    heldOn: slot.on,
    startsAt: slot.startsAt,
    endsAt: slot.endsAt,
    holdId: null,
    isAgreed: teachers[i] === actorId,
  }));
}
