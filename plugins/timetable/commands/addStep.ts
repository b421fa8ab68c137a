import type { WriteScope } from '../../../server/host/scope.ts';
import type { Reschedule, StepKind } from '../domain/reschedule/reschedule.ts';
import { insertStep, stepsOf } from '../store/reschedules.ts';

/** Notes who did what to a locked request, and which time it was about. */
export async function addStep(
  scope: WriteScope,
  { id, startsAt, endsAt }: Reschedule,
  what: StepKind,
  note: string | null,
): Promise<void> {
  const steps = await stepsOf(scope.db, [id]);
  await insertStep(scope.db, {
    rescheduleId: id,
    number: steps.length + 1,
    what,
    byPersonId: scope.actor.personId || null,
    happenedAt: scope.now,
    startsAt,
    endsAt,
    note,
  });
}
