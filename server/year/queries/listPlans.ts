import type { ReadScope } from '../../host/scope.ts';
import { mustEditSchool, YearCounts } from '../../school/api.ts';
import type { YearParts } from '../parts.ts';
import type { YearPlans, YearPlanView } from '../schemas.ts';
import { leaversPolicy } from '../store/leavers.ts';
import { latestPlans, type PlanRow } from '../store/plans.ts';

const shown = 10;

/** What is planned and what became of earlier plans, newest first; and how long accounts of leavers stay. */
export async function listPlans(scope: ReadScope, parts: YearParts): Promise<YearPlans> {
  mustEditSchool(scope);
  const plans = await latestPlans(scope.db, shown);
  const planners = await parts.people.peopleByIds(
    scope.db,
    plans.flatMap(({ plannedById }) => plannedById ?? []),
  );
  const names = new Map(planners.map(({ id, name }) => [id, name]));
  const items: YearPlanView[] = [];
  for (const plan of plans) items.push(await viewOf(scope, parts, plan, names));
  return { items, policy: await leaversPolicy(scope.db) };
}

async function viewOf(
  scope: ReadScope,
  { school }: YearParts,
  plan: PlanRow,
  names: ReadonlyMap<string, string>,
): Promise<YearPlanView> {
  const { id, beginsOn, zone, startsAt, state, plannedById, plannedAt, endedAt, failure } = plan;
  const now = state === 'planned' ? await school.yearPlan(scope, plan.choicesJson) : undefined;
  return {
    ...{ id, beginsOn, zone, state, failure },
    startsAt: startsAt.toISOString(),
    plannedBy: plannedById ? (names.get(plannedById) ?? null) : null,
    plannedAt: plannedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    counts: now ? YearCounts.parse(now.counts) : null,
    hasChanged: now !== undefined && now.fingerprint !== plan.fingerprint,
    may: { callOff: state === 'planned' },
  };
}
