import type { WriteScope } from '../../host/scope.ts';
import { dayOf } from '../../people/api.ts';
import { overdueStep } from '../domain/overdue.ts';
import type { HelpParts } from '../parts.ts';
import { managersOf } from '../queries/candidates.ts';
import { overdueRequests, type RequestRow, updateRequest } from '../store/requests.ts';

/** So many a run; what is left is told of in the next. */
const atOnce = 500;

/** Reminds whoever answers of what was promised for a day that has passed, and lets those who manage requests know a working day later. */
export async function attendOverdue(scope: WriteScope, parts: HelpParts): Promise<void> {
  const today = dayOf(scope.now);
  for (const request of await overdueRequests(scope.db, today, atOnce)) {
    const escalatedOn = request.escalatedAt ? dayOf(request.escalatedAt) : null;
    const step = overdueStep({ ...request, escalatedOn }, today);
    if (request.ownerId) await tell(scope, parts, request, 'overdue', [request.ownerId]);
    if (step === 'escalate') await escalate(scope, parts, request);
  }
}

/** The nearest who manage it: coordinators of the home school, else of the whole centre, else whoever comes next. */
async function escalate(scope: WriteScope, parts: HelpParts, request: RequestRow): Promise<void> {
  const ranks = await managersOf(scope, parts, { studentId: request.aboutId, homeSchoolId: request.homeSchoolId });
  const nearest = ranks
    .map((ids) => ids.filter((id) => id !== request.ownerId && id !== request.askedById))
    .find((ids) => ids.length > 0);
  await updateRequest(scope.db, request.id, { escalatedAt: scope.now });
  await tell(scope, parts, request, 'escalated', nearest ?? []);
}

async function tell(
  scope: WriteScope,
  { notify }: HelpParts,
  { id, aboutId, dueOn }: RequestRow,
  what: 'overdue' | 'escalated',
  personIds: readonly string[],
): Promise<void> {
  await notify.tell(scope, {
    personIds,
    kind: `help.${what}`,
    ...(aboutId ? { aboutPersonId: aboutId } : {}),
    params: { dueOn },
    link: `/help/${id}`,
    dedupeKey: `help.${what}:${id}:${dueOn}`,
  });
}
