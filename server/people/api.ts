import type { Knex } from 'knex';
import type { Permission } from '../access/permission.ts';
import type { Role } from '../access/roles.ts';
import type { Lay } from '../db/lay.ts';
import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { PeopleToRemove } from './commands/removePeople.ts';
import type { PeopleBatch, PeopleRows } from './commands/savePeople.ts';
import type { Moment } from './day.ts';
import type { ExplicitRole, RoleToGrant } from './domain/explicitRoles.ts';
import type { NewPerson } from './schemas.ts';
import type { ComingOfAge, StoredGuardianship } from './store/guardianships.ts';
import type { SeparationRow } from './store/separations.ts';
import type { ChildOf, Contact, GuardianOf, PersonCard, StudentCard } from './views.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export type { PeopleBatch, PeopleRows } from './commands/savePeople.ts';
export { dayBefore, dayOf, later, type Moment } from './day.ts';
export {
  decideGrant,
  type ExplicitRole,
  type ExplicitScopeKind,
  explicitRoles,
  type RoleToGrant,
} from './domain/explicitRoles.ts';
export { given } from './domain/given.ts';
export { accessChanged, accessEnded, personChanged, personCreated } from './events.ts';
export { fullName, sortText } from './names.ts';
export { editPeople, readContacts, readPeople } from './permissions.ts';
export type { NewPerson } from './schemas.ts';
export { readIds } from './store/readIds.ts';
export type { ChildOf, Contact, GuardianOf, Internet, PersonCard, Relation, StudentCard } from './views.ts';
export { internets, relations } from './views.ts';
export { ExternalId, Grade, Id, Line, LocalDate, WallTime, Weekday, Zone } from './wire.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** Who reaches whom. Only school knows groups and courses, so it gives this to people when it starts. */
export interface PeopleReach {
  /** The person, if the actor's scopes for this permission reach them; otherwise a problem: 404 unseen, 403 refused. */
  personAs(scope: ReadScope, permission: Permission, personId: string): Promise<PersonCard>;
  /** Ids of everybody whom the actor sees at least by name, as a subquery. */
  seenPersonIds(scope: ReadScope): Knex.QueryBuilder;
  /** Those of the people whom the actor sees at least by name. */
  seenAmong(scope: ReadScope, personIds: readonly string[]): Promise<readonly string[]>;
  /** Those of the people whom this permission reaches. */
  reachedAmong(scope: ReadScope, permission: Permission, personIds: readonly string[]): Promise<readonly string[]>;
  /** Roles of staff that these people hold, by hand or by the facts of groups and courses. */
  staffRolesAmong(moment: Moment, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>>;
  /** Ids of members, tutors and teachers of a group, now or later, as a subquery. */
  personIdsOfGroup(moment: Moment, groupId: string): Knex.QueryBuilder;
  /** Tells everybody whose reach depends on these students that their access changed. */
  studentsMoved(scope: WriteScope, studentIds: readonly string[]): Promise<void>;
}

export interface PeopleToFind {
  readonly within: Knex.QueryBuilder;
  readonly q: string | undefined;
  readonly limit: number;
  /** The last id of the page before. */
  readonly after: string | undefined;
}

/**
 * Persons for other modules. Nothing here asks for rights: whoever calls has reached the person by
 * `schoolApi` before, or acts for the system.
 */
export interface PeopleApi {
  /** In no particular order; unknown ids are left out. */
  peopleByIds(db: Knex, ids: readonly string[]): Promise<readonly PersonCard[]>;
  /** Those of the people who are students. */
  studentsByIds(db: Knex, ids: readonly string[]): Promise<readonly StudentCard[]>;
  contactsByIds(db: Knex, ids: readonly string[]): Promise<readonly Contact[]>;
  /** Ids of one page of active people within a subquery of ids, found by words of their names and ordered by name. */
  searchPeople(moment: Moment, search: PeopleToFind): Promise<readonly string[]>;
  /** The number that counts the changes of a person; 0 when there is none. */
  revisionOf(db: Knex, id: string): Promise<number>;
  /** Locks a person for a change; refuses one who is not in the revision that was seen, when told. */
  lockPerson(scope: WriteScope, id: string, ifMatch?: number): Promise<void>;
  /** The e-mail and telephone of a locked person's own record; counts the revision up even when they stay. */
  changeAddresses(scope: WriteScope, id: string, addresses: Omit<Contact, 'id'>): Promise<void>;
  /** The same of many people at once, by their ids; nobody is locked. */
  changeAddressesOfMany(scope: WriteScope, addresses: readonly Contact[]): Promise<void>;
  /** Who looks after these students today and may see them; `mayAct` less what a court has limited. */
  guardiansOf(moment: Moment, studentIds: readonly string[]): Promise<readonly GuardianOf[]>;
  /** A student's birthday, where it is known. */
  bornOn(db: Knex, studentId: string): Promise<string | null>;
  /** Guardianships that hold, of active students who were born on this day or before. */
  guardianshipsOfBornUntil(moment: Moment, bornOn: string): Promise<readonly ComingOfAge[]>;
  /** All guardianships of a student that are stored, those that have ended too, as they were granted. */
  guardianshipsOfStudent(db: Knex, studentId: string): Promise<readonly StoredGuardianship[]>;
  /** Makes `lastOn` the last day of a guardianship, and tells the guardian's open pages. */
  endGuardianship(
    scope: WriteScope,
    ended: { readonly id: string; readonly guardianId: string },
    lastOn: string,
  ): Promise<void>;
  /** A student's word that somebody stays a guardian when they are of age. */
  keepByConsent(scope: WriteScope, guardianshipId: string, keeps: boolean): Promise<void>;
  /** Whose contacts a person must not find. */
  separatedFrom(db: Knex, personId: string): Promise<readonly string[]>;
  /** Marks of these people and of others with them. */
  separationsOf(db: Knex, personIds: readonly string[]): Promise<readonly SeparationRow[]>;
  /** The children of a guardian today. */
  childrenOf(moment: Moment, guardianId: string): Promise<readonly ChildOf[]>;
  /** The same of many guardians. */
  childrenOfMany(
    moment: Moment,
    guardianIds: readonly string[],
  ): Promise<readonly (ChildOf & { readonly guardianId: string })[]>;
  /** Ids of the active people to whom this role was given by hand, anywhere. */
  personIdsWithRole(db: Knex, role: ExplicitRole): Promise<readonly string[]>;
  /** Ids of the active people who hold this role in one home school, or for the whole centre when that is null. */
  staffOf(db: Knex, role: ExplicitRole, homeSchoolId: string | null): Promise<readonly string[]>;
  /** Students rise to another grade, or go back. */
  setGrades(scope: WriteScope, grades: readonly { readonly personId: string; readonly grade: number }[]): Promise<void>;
  /** Makes a person (and student, and guardianships) without asking who does it. Returns the id. */
  createPerson(scope: WriteScope, person: NewPerson): Promise<string>;
  /** Lays out the rows of many changes, before the transaction that stores them. */
  layPeople(lay: Lay, at: Pick<WriteScope, 'now' | 'newId'>, batch: PeopleBatch): Promise<PeopleRows>;
  /** Stores many changes at once, for imports; with what was laid out of them, if anything was. */
  savePeople(scope: WriteScope, batch: PeopleBatch, laid?: PeopleRows): Promise<void>;
  /** Takes away people who were made by mistake and to whom nothing refers. Answers the ids of those who stay. */
  removePeople(scope: WriteScope, people: PeopleToRemove): Promise<readonly string[]>;
  /** Gives a role by hand; giving it twice changes nothing. */
  grantRole(scope: WriteScope, role: RoleToGrant): Promise<void>;
  /** Takes a role given by hand; taking what is not there changes nothing. The last admin stays. */
  revokeRole(scope: WriteScope, role: RoleToGrant): Promise<void>;
  /** Makes somebody the guardian of a student from today, without asking who does it; what was there before is replaced. */
  addChild(scope: WriteScope, child: ChildOf & { readonly guardianId: string }): Promise<void>;
  /** Gives the children of one record of a guardian to another record of the same person; the first is no longer active. */
  joinGuardians(scope: WriteScope, fromId: string, intoId: string): Promise<readonly string[]>;
  /** Refuses to change the e-mail to which a new password would be sent, unless the actor may enter in the person's place. */
  mustActInPlaceOf(scope: ReadScope, personId: string): Promise<void>;
  /** Called once, by school, when it starts. */
  setReach(reach: PeopleReach): void;
}

export const peopleApi = apiRef<PeopleApi>('people');
