import type { ReadScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { readPeople } from '../permissions.ts';
import type { PersonView } from '../schemas.ts';
import { guardiansOf, heldBy } from '../store/guardianships.ts';
import { peopleByIds, personIdsOnDevice } from '../store/people.ts';
import type { PersonCard } from '../views.ts';

/** Who uses the same device, as far as the actor reaches them. */
export async function siblingsView(
  scope: ReadScope,
  reach: PeopleReach,
  { id, sharedDeviceId }: PersonCard,
): Promise<PersonView['sharesDeviceWith']> {
  if (sharedDeviceId === null) return [];
  const others = (await personIdsOnDevice(scope.db, sharedDeviceId)).filter((other) => other !== id);
  const people = await peopleByIds(scope.db, await reach.reachedAmong(scope, readPeople, others));
  return people.map((person) => ({ id: person.id, name: person.name }));
}

/** The guardians of a student, as far as the actor sees them. */
export async function guardiansView(
  scope: ReadScope,
  reach: PeopleReach,
  studentId: string,
): Promise<PersonView['guardians']> {
  const held = await guardiansOf(scope, [studentId]);
  const seen = await reach.seenAmong(
    scope,
    held.map(({ guardian }) => guardian.id),
  );
  return held
    .filter(({ guardian }) => seen.includes(guardian.id))
    .map(({ guardian, studentId: _, ...how }) => ({ ...how, personId: guardian.id, name: guardian.name }));
}

/** The children of a guardian, as far as the actor reaches them. */
export async function childrenView(
  scope: ReadScope,
  reach: PeopleReach,
  guardianId: string,
): Promise<PersonView['children']> {
  const held = await heldBy(scope, guardianId);
  const studentIds = held.map(({ studentId }) => studentId);
  const people = await peopleByIds(scope.db, await reach.reachedAmong(scope, readPeople, studentIds));
  return held.flatMap(({ id: guardianshipId, studentId, relation, mayAct }) => {
    const child = people.find((person) => person.id === studentId);
    return child ? [{ guardianshipId, personId: studentId, name: child.name, relation, mayAct }] : [];
  });
}
