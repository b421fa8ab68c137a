import type { WriteScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { isOpen } from '../domain/reschedule/decide.ts';
import type { Reschedule, StepKind } from '../domain/reschedule/reschedule.ts';
import { rescheduleAnswered } from '../events.ts';
import { clearHolds, partsOf } from '../store/rescheduleParts.ts';
import { lockReschedule, openReschedules, updateReschedule } from '../store/reschedules.ts';
import { addStep } from './addStep.ts';

/** How a request ends without the lesson having moved by it. */
export interface Ending {
  readonly state: 'declined' | 'withdrawn' | 'lapsed';
  readonly what: StepKind;
  readonly note: string | null;
  readonly groupId: string;
}

/** Ends a locked request and gives the held times back. Returns it as it is now. */
export async function endRequest(
  apis: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  request: Reschedule,
  { state, what, note, groupId }: Ending,
): Promise<Reschedule> {
  await giveBack(apis, scope, request.id);
  const noDeadline = { dueAt: null, remindAt: null, escalateAt: null };
  const ended: Reschedule = {
    ...request,
    state,
    ...noDeadline,
    endedAt: scope.now,
    revision: request.revision + 1,
  };
  await updateReschedule(scope.db, ended);
  await addStep(scope, ended, what, note);
  scope.emit(rescheduleAnswered, {
    rescheduleId: ended.id,
    lessonId: ended.lessonId,
    groupId,
    revision: ended.revision,
    answer: state,
  });
  return ended;
}

/** Gives back what is held for a request. */
export async function giveBack({ calendar }: Pick<Apis, 'calendar'>, scope: WriteScope, id: string): Promise<void> {
  for (const { holdId } of await partsOf(scope.db, [id])) if (holdId !== null) await calendar.release(scope, holdId);
  await clearHolds(scope.db, id);
}

/** A lesson that somebody changes by hand is no longer the one that was asked about. */
export async function withdrawOpenRequest(
  apis: Pick<Apis, 'calendar'>,
  scope: WriteScope,
  lesson: { readonly id: string; readonly groupId: string },
): Promise<void> {
  for (const { id } of await openReschedules(scope.db, [lesson.id])) {
    const request = await lockReschedule(scope.db, id);
    if (!request || !isOpen(request.state)) continue;
    await endRequest(apis, scope, request, {
      state: 'withdrawn',
      what: 'withdrawn',
      note: null,
      groupId: lesson.groupId,
    });
  }
}
