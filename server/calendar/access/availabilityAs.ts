import { scopesOf } from '../../access/actor.ts';
import type { Permission } from '../../access/permission.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi, PersonCard } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { readAvailability, writeAvailability, writeHomeSchoolHours } from '../permissions.ts';

/** The modules that know people, and who reaches whom. */
export interface Reachers {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
}

const isOwn = (scope: ReadScope, personId: string): boolean => scope.actor.personId === personId;

/** The person whose availability the actor may see; otherwise 404 when unseen, 403 when seen. */
export async function personToRead(reachers: Reachers, scope: ReadScope, personId: string): Promise<PersonCard> {
  return (await ownCard(reachers, scope, personId)) ?? reachers.school.personAs(scope, readAvailability, personId);
}

/** The person for whom the actor may say when it can be online. A guardian who may only read is refused. */
export async function personToWrite(
  { people, school }: Reachers,
  scope: ReadScope,
  personId: string,
): Promise<PersonCard> {
  const own = await ownCard({ people, school }, scope, personId);
  if (own) return own;
  const [student] = await people.studentsByIds(scope.db, [personId]);
  return student
    ? school.studentToActFor(scope, writeAvailability, personId)
    : school.personAs(scope, writeAvailability, personId);
}

/** The student whose hours at the home school the actor may give. */
export const studentOfHomeSchool = ({ school }: Reachers, scope: ReadScope, personId: string): Promise<PersonCard> =>
  school.studentAs(scope, writeHomeSchoolHours, personId);

/** What the actor may do with the availability of somebody whom it sees. */
export async function mayChange({ people, school }: Reachers, scope: ReadScope, personId: string) {
  const reaches = async (permission: Permission) =>
    (await school.mayReachPerson(scope, permission, personId)) === 'yes' && !mayOnlyRead(scope, permission, personId);
  const [student] = await people.studentsByIds(scope.db, [personId]);
  return {
    write: isOwn(scope, personId) || (await reaches(writeAvailability)),
    writeHomeSchoolHours: student !== undefined && (await reaches(writeHomeSchoolHours)),
  };
}

const mayOnlyRead = (scope: ReadScope, permission: Permission, personId: string): boolean =>
  scopesOf(scope.actor, permission).some((one) => one.kind === 'child' && one.id === personId && !one.mayAct);

async function ownCard({ people }: Reachers, scope: ReadScope, personId: string): Promise<PersonCard | undefined> {
  if (!isOwn(scope, personId)) return undefined;
  const [card] = await people.peopleByIds(scope.db, [personId]);
  return card;
}
