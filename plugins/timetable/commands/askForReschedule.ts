import { scopesOf } from '../../../server/access/actor.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { lessonAs } from '../access/lessonAs.ts';
import { lessonRights } from '../access/lessonRights.ts';
import { activeTeacherToAsk } from '../access/openLesson.ts';
import { rescheduleToAct } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { decidePolicy } from '../domain/reschedule/policy.ts';
import { filesOfRequest, type Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleAsked } from '../events.ts';
import { askReschedule } from '../permissions.ts';
import { askedTooLate, askedTooOften, lessonOutOfReach, lessonUnknown, rescheduleOpen } from '../problems.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { policiesFor } from '../queries/policyOf.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { AskReschedule, RescheduleView } from '../schemas/reschedules.ts';
import { lockLesson } from '../store/lessons.ts';
import { countRequestsFor, insertReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';
import { putToTeachers } from './putToTeachers.ts';
import { deadlineFor } from './requestDeadline.ts';
import { touchRequest } from './touchRequest.ts';

/** Asks for another time of a lesson, with a time at once or without. There is one open request a lesson. */
export async function askForReschedule(
  apis: Apis,
  scope: WriteScope,
  lessonId: string,
  asked: AskReschedule,
): Promise<RescheduleView> {
  const seen = await lessonAs(apis.school, scope, lessonId);
  const { personId, isStaff } = await personToAskFor(apis, scope, seen, asked.forPersonId);
  const lesson = await lockLesson(scope.db, lessonId);
  if (!lesson) throw new Problem(lessonUnknown, { id: lessonId });
  if (!isStaff) await refuseByPolicy(apis, scope, lesson, asked, personId);
  const teacherId = await activeTeacherToAsk(apis, scope, lesson, asked.kind);
  const request = newRequest(scope, lesson, asked, { teacherId, personId });
  if (!(await insertReschedule(scope.db, request))) throw new Problem(rescheduleOpen, { lessonId });
  await addStep(scope, request, 'asked', asked.reason);
  if (asked.fileIds.length > 0)
    await apis.files.attach(scope, { owner: filesOfRequest, key: request.id }, asked.fileIds);
  if (asked.slot) await putToTeachers(apis, scope, await rescheduleToAct(apis, scope, request.id), lesson, asked.slot);
  else {
    const { groupId } = lesson;
    scope.emit(rescheduleAsked, { rescheduleId: request.id, lessonId, groupId, revision: 1 });
    await touchRequest(apis, scope, request);
  }
  return viewOf(apis, scope, request.id);
}

function newRequest(
  scope: WriteScope,
  lesson: Lesson,
  { kind, isForGroup, reasonKind, reason, wish, windows }: AskReschedule,
  { teacherId, personId }: { readonly teacherId: string; readonly personId: string },
): Reschedule {
  return {
    id: scope.newId(),
    lessonId: lesson.id,
    kind,
    isForGroup: kind === 'move' || isForGroup,
    askedById: scope.actor.personId,
    forPersonId: personId,
    teacherId,
    reasonKind,
    reason,
    wish: wish ?? null,
    windowsJson: windows,
    state: 'asked',
    fromHeldOn: lesson.on,
    fromStartsAt: lesson.startsAt,
    fromEndsAt: lesson.endsAt,
    heldOn: null,
    startsAt: null,
    endsAt: null,
    ...deadlineFor('asked', scope.now, { kind, fromStartsAt: lesson.startsAt }, []),
    isSettledAhead: false,
    isCountered: false,
    newLessonId: null,
    askedAt: scope.now,
    endedAt: null,
    revision: 1,
  };
}

/** How late a family may ask, and how often, is its home school's to say. */
async function refuseByPolicy(
  apis: Apis,
  scope: WriteScope,
  lesson: Lesson,
  { kind }: AskReschedule,
  personId: string,
): Promise<void> {
  const policy = (await policiesFor(apis, scope, [personId]))(personId);
  const terms = await apis.school.terms(scope.db);
  const term = terms.find(({ startsOn, endsOn }) => startsOn <= lesson.on && lesson.on <= endsOn);
  const days = { fromOn: term?.startsOn ?? lesson.on, untilOn: term?.endsOn ?? lesson.on };
  const refusal = decidePolicy(policy, {
    isMissed: kind === 'anew',
    startsAt: lesson.startsAt,
    before: await countRequestsFor(scope.db, personId, days),
    now: scope.now,
  });
  // What has begun already is refused for what it is.
  if (refusal?.why === 'too-late' && lesson.startsAt > scope.now)
    throw new Problem(askedTooLate, { id: lesson.id, hours: refusal.hours });
  if (refusal?.why === 'too-often') throw new Problem(askedTooOften, { id: lesson.id, most: refusal.most });
}

/**
 * The student for whom it is asked: the one named, else the actor or the actor's child who learns in this lesson. A
 * tutor may also ask for the teacher, and does so when nobody is named.
 */
async function personToAskFor(
  apis: Apis,
  scope: WriteScope,
  lesson: Lesson,
  named: string | undefined,
): Promise<{ readonly personId: string; readonly isStaff: boolean }> {
  const students = await studentsOfDates(apis, scope, lesson, [lesson.on]);
  const isStaff = (await lessonRights(apis.school, scope, [lesson]))(lesson, null).mayAsk;
  if (isStaff && lesson.teacherId !== null && (named ?? lesson.teacherId) === lesson.teacherId)
    return { personId: lesson.teacherId, isStaff };
  const own = scopesOf(scope.actor, askReschedule).flatMap((one) =>
    one.kind === 'self' || one.kind === 'child' ? [one.id] : [],
  );
  const studentId = named ?? own.find((id) => students.includes(id));
  if (studentId === undefined)
    throw new Problem(lessonOutOfReach, { id: lesson.id, needs: askReschedule.id, reason: 'role-does-not-reach' });
  await apis.school.studentToActFor(scope, askReschedule, studentId);
  if (!students.includes(studentId)) throw new Problem(lessonUnknown, { id: lesson.id });
  return { personId: studentId, isStaff };
}
