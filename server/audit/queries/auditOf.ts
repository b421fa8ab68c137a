import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { everybody } from '../about.ts';
import { readAudit } from '../permissions.ts';
import type { AuditPage, AuditQuery } from '../schemas.ts';
import { type AuditParts, cursorOf, found, linesOf, pageOf } from './lines.ts';

/** Who saw or changed what of a person, latest first; a family does not learn of each other's visits, nor of what is for staff. */
export async function auditOf(
  scope: ReadScope,
  parts: AuditParts,
  personId: string,
  { kind, after, limit }: AuditQuery,
): Promise<AuditPage> {
  await parts.school.personAs(scope, readAudit, personId);
  const isManager = scopesOf(scope.actor, readAudit).some(
    (one) => one.kind === 'everything' || one.kind === 'home-school',
  );
  const wanted = { about: [personId, everybody], before: cursorOf(after), limit: limit + 1, isForFamily: !isManager };
  const { shown, next } = pageOf(await found(scope, kind, wanted), limit);
  return { items: (await linesOf(scope, parts, shown, isManager)).map(({ about: _about, ...line }) => line), next };
}
