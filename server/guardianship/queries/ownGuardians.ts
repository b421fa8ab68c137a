import type { ReadScope } from '../../host/scope.ts';
import { dayOf } from '../../people/api.ts';
import type { GuardianshipParts } from '../commands/endOfAge.ts';
import { stageOf } from '../domain/comingOfAge.ts';
import type { OwnGuardians } from '../schemas.ts';

/** The reader's guardians, and whether they decide by now who of them stays; nobody for those who are no students. */
export async function ownGuardians(scope: ReadScope, { people, school }: GuardianshipParts): Promise<OwnGuardians> {
  const me = scope.actor.personId;
  const nobody: OwnGuardians = { adultOn: null, decides: false, items: [] };
  const [student] = await people.studentsByIds(scope.db, [me]);
  const bornOn = student && (await people.bornOn(scope.db, me));
  if (!student || !bornOn) return nobody;
  const home = (await school.homeSchools(scope.db)).find(({ id }) => id === student.homeSchoolId);
  const { stage, adultOn } = stageOf(bornOn, home?.adultAge ?? 18, dayOf(scope.now));
  const held = await people.guardiansOf(scope, [me]);
  const stored = await people.guardianshipsOfStudent(scope.db, me);
  const kept = new Set(stored.filter(({ keptByConsentAt }) => keptByConsentAt !== null).map(({ id }) => id));
  return {
    adultOn,
    decides: stage !== 'minor',
    items: held.map(({ guardianshipId, relation, guardian }) => ({
      ...{ guardianshipId, relation, name: guardian.name },
      isKept: kept.has(guardianshipId),
    })),
  };
}
