import type { WriteScope } from '../../host/scope.ts';
import { type OverrideRow, pairOf } from '../store/overrides.ts';

/** An override of one person and two commitments; without a reason it stays unresolved. */
export function overrideRow(
  scope: WriteScope,
  personId: string,
  [one, other]: readonly [string, string],
  reason: string | null,
): OverrideRow {
  const actorId = scope.actor.personId || null;
  return {
    id: scope.newId(),
    subjectId: personId,
    ...pairOf(one, other),
    reason,
    madeById: actorId,
    madeAt: scope.now,
    resolvedById: reason === null ? null : actorId,
    resolvedAt: reason === null ? null : scope.now,
  };
}
