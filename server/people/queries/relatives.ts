import type { ReadScope } from '../../host/scope.ts';
import { allHeldBy, allHeldOf, type HeldGuardianship } from '../access/held.ts';
import type { PeopleReach } from '../api.ts';
import { readPeople } from '../permissions.ts';
import type { PersonView } from '../schemas.ts';
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

/** Who works with families sees also those guardians who may not see the child. */
const isStaff = ({ actor }: ReadScope): boolean =>
  actor.kind === 'system' || actor.grants.some(({ role }) => role !== 'student' && role !== 'guardian');

type Shown = Pick<HeldGuardianship, 'id' | 'relation' | 'maySee' | 'mayAct' | 'isLimited'>;

const asRelative = ({ id: guardianshipId, relation, maySee, mayAct, isLimited }: Shown) => ({
  ...{ guardianshipId, relation, maySee, mayAct, isLimited },
});

/** The guardians of a student, as far as the actor sees them. */
export async function guardiansView(
  scope: ReadScope,
  reach: PeopleReach,
  studentId: string,
): Promise<PersonView['guardians']> {
  const all = await allHeldOf(scope, [studentId]);
  const held = isStaff(scope) ? all : all.filter(({ maySee }) => maySee);
  const ids = held.map(({ guardianId }) => guardianId);
  const people = await peopleByIds(scope.db, await reach.seenAmong(scope, ids));
  return held.flatMap((one) => {
    const guardian = people.find(({ id }) => id === one.guardianId);
    return guardian ? [{ ...asRelative(one), personId: guardian.id, name: guardian.name }] : [];
  });
}

/** The children of a guardian, as far as the actor reaches them. */
export async function childrenView(
  scope: ReadScope,
  reach: PeopleReach,
  guardianId: string,
): Promise<PersonView['children']> {
  const held = await allHeldBy(scope, [guardianId]);
  const studentIds = held.map(({ studentId }) => studentId);
  const people = await peopleByIds(scope.db, await reach.reachedAmong(scope, readPeople, studentIds));
  return held.flatMap((one) => {
    const child = people.find((person) => person.id === one.studentId);
    return child ? [{ ...asRelative(one), personId: child.id, name: child.name }] : [];
  });
}
