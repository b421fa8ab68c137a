import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { JobContext } from '../../jobs/job.ts';
import type { YearParts } from '../parts.ts';
import { duePlan, lockPlan, type PlanRow, updatePlan } from '../store/plans.ts';

/** Hands the plan whose day has come to `enqueue`, once. */
export async function findDue(scope: WriteScope, enqueue: (planId: string) => unknown): Promise<void> {
  const plan = await duePlan(scope.db, scope.now);
  if (!plan) return;
  await updatePlan(scope.db, plan.id, { state: 'due' });
  enqueue(plan.id);
}

/** Begins the year that was planned, by its choices and the school as it is on that day. What cannot be done is not done at all. */
export async function beginPlanned(context: JobContext, parts: YearParts, planId: string): Promise<void> {
  try {
    await context.write(async (scope) => {
      const plan = await lockPlan(scope.db, planId);
      if (plan?.state !== 'due') return;
      const changeId = await parts.school.beginYear(scope, plan.choicesJson, { madeById: plan.plannedById });
      await updatePlan(scope.db, planId, { state: 'done', endedAt: scope.now, changeId });
      await tell(scope, parts, plan, 'begun');
    });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    await context.write((scope) => fail(scope, parts, planId, error.kind.id));
  }
}

async function fail(scope: WriteScope, parts: YearParts, planId: string, failure: string): Promise<void> {
  const plan = await lockPlan(scope.db, planId);
  if (plan?.state !== 'due') return;
  await updatePlan(scope.db, planId, { state: 'failed', endedAt: scope.now, failure });
  await tell(scope, parts, plan, 'failed');
}

/** Whoever planned it, and the administrators. */
async function tell(
  scope: WriteScope,
  { people, notify }: YearParts,
  { id, beginsOn, plannedById }: PlanRow,
  what: 'begun' | 'failed',
): Promise<void> {
  const admins = await people.personIdsWithRole(scope.db, 'admin');
  await notify.tell(scope, {
    personIds: [...new Set([...(plannedById ? [plannedById] : []), ...admins])],
    kind: `year.${what}`,
    params: { beginsOn },
    link: '/school/year',
    dedupeKey: `year.${what}:${id}`,
  });
}
