import { startOfDay } from '../../calendar/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { refusing } from '../../http/refusing.ts';
import { mustEditSchool, yearPlanChanged } from '../../school/api.ts';
import type { YearParts } from '../parts.ts';
import { dayHasCome, plannedAlready, planOver, planUnknown } from '../problems.ts';
import { zoneOfSchool } from '../queries/zoneOfSchool.ts';
import type { NewYearPlan } from '../schemas.ts';
import { insertPlan, lockPlan, updatePlan } from '../store/plans.ts';

/** Has a change of year carried out at the beginning of its first day; what the planner saw has to hold now. */
export async function planYear(
  scope: WriteScope,
  { school, audit }: YearParts,
  { fingerprint, ...choices }: NewYearPlan,
): Promise<void> {
  mustEditSchool(scope);
  const zone = await zoneOfSchool(scope, school);
  const startsAt = startOfDay(choices.beginsOn, zone);
  if (startsAt <= scope.now) throw new Problem(dayHasCome);
  const plan = await school.yearPlan(scope, choices);
  if (plan.fingerprint !== fingerprint) throw new Problem(yearPlanChanged);
  const id = scope.newId();
  const planned = { plannedById: scope.actor.personId || null, plannedAt: scope.now, state: 'planned' as const };
  const row = { id, zone, startsAt, fingerprint, choicesJson: choices, beginsOn: choices.beginsOn, ...planned };
  await refusing(insertPlan(scope.db, row), [{ guard: 'year_plan_waiting', problem: plannedAlready }]);
  await audit.record(scope, { act: 'year.planned', entity: 'year.plan', entityId: id });
}

/** Nothing will happen on that day. */
export async function callOff(scope: WriteScope, { audit }: YearParts, id: string): Promise<void> {
  mustEditSchool(scope);
  const plan = await lockPlan(scope.db, id);
  if (!plan) throw new Problem(planUnknown, { id });
  if (plan.state !== 'planned') throw new Problem(planOver);
  await updatePlan(scope.db, id, { state: 'called-off', endedAt: scope.now });
  await audit.record(scope, { act: 'year.called-off', entity: 'year.plan', entityId: id });
}
