import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { rescheduleAs } from '../access/rescheduleAs.ts';
import type { Apis } from '../apis.ts';
import { askReschedule, confirmReschedule } from '../permissions.ts';
import { rescheduleUnknown } from '../problems.ts';
import type { RescheduleList, RescheduleQuery, RescheduleView } from '../schemas/reschedules.ts';
import { findReschedules, rescheduleById } from '../store/reschedules.ts';
import { rescheduleViews } from './rescheduleViews.ts';

const mostListed = 200;

/** Requests that concern the actor: one's own and one's children's, those to answer, those of one's groups. */
export async function listReschedules(
  apis: Apis,
  scope: ReadScope,
  { state }: RescheduleQuery,
): Promise<RescheduleList> {
  const scopes = scopesOf(scope.actor, askReschedule);
  const staff = scopes.filter(({ kind }) => kind !== 'self' && kind !== 'child');
  const coordinated = scopesOf(scope.actor, confirmReschedule);
  const found = await findReschedules(scope.db, {
    personIds: scopes.flatMap((one) => (one.kind === 'self' || one.kind === 'child' ? [one.id] : [])),
    studentIds: coordinated.length > 0 ? apis.school.studentIdsWithin(scope, coordinated) : [],
    groupIds: staff.length > 0 ? apis.school.groupIdsWithin(scope, staff) : [],
    teacherId: scope.actor.personId,
    isOpen: state === 'open',
    limit: mostListed,
  });
  return { items: await rescheduleViews(apis, scope, found) };
}

/** One request, if it concerns the actor. */
export async function showReschedule(apis: Apis, scope: ReadScope, id: string): Promise<RescheduleView> {
  await rescheduleAs(apis, scope, id);
  return viewOf(apis, scope, id);
}

/** A request as it is stored now; whoever calls has reached it before. */
export async function viewOf(apis: Apis, scope: ReadScope, id: string): Promise<RescheduleView> {
  const request = await rescheduleById(scope.db, id);
  const [view] = request ? await rescheduleViews(apis, scope, [request]) : [];
  if (!view) throw new Problem(rescheduleUnknown, { id });
  return view;
}
