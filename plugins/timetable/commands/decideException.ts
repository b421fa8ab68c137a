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

/** A holiday's date has no lesson, so that there is nothing to do but to remember the decision. */
async function carryOut(
  apis: Apis,
  scope: WriteScope,
  { courseId, nth, heldOn }: ExceptionRow,
  decision: Decision,
): Promise<void> {
  if (decision.kind === 'accept') return;
  const known = await lessonOfPattern(scope.db, courseId, nth, mondayOf(heldOn));
  const lesson = known && (await lockLesson(scope.db, known.id));
  if (!lesson || lesson.state === 'cancelled') return;
  if (lesson.pendingPublicationId !== null) throw new Problem(lessonBeingPublished, { id: lesson.id });
  refuseClosed(lesson, scope.now);
  await withdrawOpenRequest(apis, scope, lesson);
  if (decision.kind === 'cancel') await cancelIt(apis, scope, lesson, null);
  else {
    const slot = await slotOf(apis, scope, lesson, decision, scope.now);
    await moveTo(apis, scope, lesson, slot, { reason: null, accepted: [] });
  }
}
