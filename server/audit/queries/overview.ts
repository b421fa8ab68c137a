import { scopesOf } from '../../access/actor.ts';
import { addDays, startOfDay } from '../../calendar/api.ts';
import type { ReadScope } from '../../host/scope.ts';
import { overseeAudit } from '../permissions.ts';
import type { AuditOverview, OverviewQuery } from '../schemas.ts';
import { type AuditParts, cursorOf, found, linesOf, pageOf } from './lines.ts';

/** The record about everybody for whom the reader answers, latest first. */
export async function overviewOf(
  scope: ReadScope,
  parts: AuditParts,
  { kind, after, limit, personId, actorId, from, until }: OverviewQuery,
): Promise<AuditOverview> {
  if (personId) await parts.school.personAs(scope, overseeAudit, personId);
  const { zone } = scope.actor;
  const { shown, next } = pageOf(
    await found(scope, kind, {
      about: personId ? [personId] : withinReach(scope, parts),
      actorId,
      from: from ? startOfDay(from, zone) : undefined,
      until: until ? startOfDay(addDays(until, 1), zone) : undefined,
      before: cursorOf(after),
      limit: limit + 1,
      isForFamily: false,
    }),
    limit,
  );
  return { items: await linesOf(scope, parts, shown, true), next };
}

/** Undefined for those who answer for the whole centre. */
function withinReach(scope: ReadScope, { school }: AuditParts) {
  const scopes = scopesOf(scope.actor, overseeAudit);
  if (scopes.some(({ kind }) => kind === 'everything')) return undefined;
  return school.personIdsWithin(scope, scopes);
}
