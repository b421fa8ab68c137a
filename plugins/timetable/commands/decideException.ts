import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { refuseClosed } from '../access/openLesson.ts';
import { publicationToSee } from '../access/publicationAs.ts';
import type { Apis } from '../apis.ts';
import type { Decision } from '../domain/publish/decision.ts';
import { mondayOf } from '../domain/publish/expandPattern.ts';
import { exceptionDecided, exceptionUnknown, lessonBeingPublished } from '../problems.ts';
import { showPublication } from '../queries/showPublication.ts';
import { slotOf } from '../queries/slotOf.ts';
import type { PublicationView } from '../schemas/publications.ts';
import { decideExceptionRow, type ExceptionRow, exceptionById, lockException } from '../store/exceptions.ts';
import { lessonOfPattern, lockLesson } from '../store/lessons.ts';
import { addLesson } from './addLesson.ts';
import { cancelIt } from './cancelLesson.ts';
import { withdrawOpenRequest } from './endRequest.ts';
import { moveTo } from './moveLessonByHand.ts';

/** Decides, after publishing, what happens on one date on which the pattern fails: its lesson moves, ends or stays. */
export async function decideException(
  apis: Apis,
  scope: WriteScope,
  id: string,
  decision: Decision,
): Promise<PublicationView> {
  const found = await exceptionById(scope.db, id);
  if (!found) throw new Problem(exceptionUnknown, { id });
  const { publication, groupIds } = await publicationToSee(apis.school, scope, found.publicationId);
  if (!groupIds.includes(found.groupId)) throw new Problem(exceptionUnknown, { id });
  const exception = await lockException(scope.db, id);
  if (!exception || exception.decidedAt !== null || publication.state !== 'published')
    throw new Problem(exceptionDecided, { id });
  await carryOut(apis, scope, exception, decision);
  await decideExceptionRow(scope.db, id, decision, { personId: scope.actor.personId || null, at: scope.now });
  await apis.audit.record(scope, {
    act: 'timetable.exception-decided',
    entity: 'timetable.exception',
    entityId: id,
    detail: { decision },
  });
  return showPublication(apis, scope, found.publicationId);
}

/** Of a lesson that is there, its move or end; of one that a holiday left out, that it is held after all. */
async function carryOut(apis: Apis, scope: WriteScope, exception: ExceptionRow, decision: Decision): Promise<void> {
  const { courseId, nth, heldOn, startsTime } = exception;
  const known = await lessonOfPattern(scope.db, courseId, nth, mondayOf(heldOn));
  const lesson = known && (await lockLesson(scope.db, known.id));
  if (lesson?.pendingPublicationId) throw new Problem(lessonBeingPublished, { id: lesson.id });
  const isHeld = lesson?.state === 'planned';
  if (decision.kind === 'cancel' ? !isHeld : decision.kind === 'accept' && isHeld) return;
  if (lesson && isHeld) {
    refuseClosed(lesson, scope.now);
    await withdrawOpenRequest(apis, scope, lesson);
  }
  if (decision.kind === 'cancel') {
    if (lesson) await cancelIt(apis, scope, lesson, null);
    return;
  }
  const local = decision.kind === 'move' ? decision : { on: heldOn, time: startsTime };
  const toHold = lesson ?? (await addLesson(apis, scope, exception, local));
  const slot = await slotOf(apis, scope, toHold, local, scope.now);
  await moveTo(apis, scope, toHold, slot, { reason: null, accepted: [] });
}
