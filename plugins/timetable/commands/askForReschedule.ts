import { scopesOf } from '../../../server/access/actor.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { lessonAs } from '../access/lessonAs.ts';
import { lessonRights } from '../access/lessonRights.ts';
import { teacherToAsk } from '../access/openLesson.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Reschedule } from '../domain/reschedule/reschedule.ts';
import { rescheduleAsked } from '../events.ts';
import { askReschedule } from '../permissions.ts';
import { lessonOutOfReach, lessonUnknown, rescheduleOpen } from '../problems.ts';
import { studentsOfDates } from '../queries/concernedBy.ts';
import { viewOf } from '../queries/reschedules.ts';
import type { AskReschedule, RescheduleView } from '../schemas/reschedules.ts';
import { lockLesson } from '../store/lessons.ts';
import { insertReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';
import { putToTeacher } from './proposeSlot.ts';
import { touchRequest } from './touchRequest.ts';

/** Asks for another time of a lesson, with a time at once or without. There is one open request a lesson. */
export async function askForReschedule(
  apis: Apis,
  scope: WriteScope,
  lessonId: string,
  { reason, wish, forPersonId, slot }: AskReschedule,
): Promise<RescheduleView> {
  const seen = await lessonAs(apis.school, scope, lessonId);
  const forId = await personToAskFor(apis, scope, seen, forPersonId);
  const lesson = await lockLesson(scope.db, lessonId);
  if (!lesson) throw new Problem(lessonUnknown, { id: lessonId });
  const request: Reschedule = {
    id: scope.newId(),
    lessonId,
    askedById: scope.actor.personId,
    forPersonId: forId,
    teacherId: teacherToAsk(lesson, scope.now),
    reason,
    wish: wish ?? null,
    state: 'asked',
    fromHeldOn: lesson.on,
    fromStartsAt: lesson.startsAt,
    fromEndsAt: lesson.endsAt,
    heldOn: null,
    startsAt: null,
    endsAt: null,
    answerUntilAt: null,
    holdId: null,
    askedAt: scope.now,
    revision: 1,
  };
  if (!(await insertReschedule(scope.db, request))) throw new Problem(rescheduleOpen, { lessonId });
  await addStep(scope, request, 'asked', reason);
  if (slot) await putToTeacher(apis, scope, request, lesson, slot);
  else {
    const { groupId } = lesson;
    scope.emit(rescheduleAsked, { rescheduleId: request.id, lessonId, groupId, revision: 1 });
    await touchRequest(apis, scope, request);
  }
  return viewOf(apis, scope, request.id);
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
): Promise<string> {
  const students = await studentsOfDates(apis, scope, lesson.courseId, [lesson.on]);
  const isTutor = (await lessonRights(apis.school, scope, [lesson]))(lesson, null).mayAsk;
  if (isTutor && lesson.teacherId !== null && (named ?? lesson.teacherId) === lesson.teacherId) return lesson.teacherId;
  const own = scopesOf(scope.actor, askReschedule).flatMap((one) =>
    one.kind === 'self' || one.kind === 'child' ? [one.id] : [],
  );
  const studentId = named ?? own.find((id) => students.includes(id));
  if (studentId === undefined)
    throw new Problem(lessonOutOfReach, { id: lesson.id, needs: askReschedule.id, reason: 'role-does-not-reach' });
  await apis.school.studentToActFor(scope, askReschedule, studentId);
  if (!students.includes(studentId)) throw new Problem(lessonUnknown, { id: lesson.id });
  return studentId;
}
