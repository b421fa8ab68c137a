import type { AuditApi } from '../../audit/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { dayOf } from '../../people/api.ts';
import { notYourGuardian, tooEarly } from '../problems.ts';
import { ownGuardians } from '../queries/ownGuardians.ts';
import type { GuardianshipParts } from './endOfAge.ts';

/** A student who is of age, or nearly, says whether somebody stays their guardian. */
export async function keepGuardian(
  scope: WriteScope,
  parts: GuardianshipParts & { readonly audit: AuditApi },
  guardianshipId: string,
  keeps: boolean,
): Promise<void> {
  const { items, decides } = await ownGuardians(scope, parts);
  if (!items.some((one) => one.guardianshipId === guardianshipId)) throw new Problem(notYourGuardian);
  if (!decides) throw new Problem(tooEarly, { today: dayOf(scope.now) });
  await parts.people.keepByConsent(scope, guardianshipId, keeps);
  await parts.audit.record(scope, {
    act: keeps ? 'guardianship.kept' : 'guardianship.not-kept',
    aboutPersonId: scope.actor.personId,
    entity: 'people.guardianship',
    entityId: guardianshipId,
  });
}
