import type { WriteScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { dayBefore, dayOf } from '../day.ts';
import type { RoleToGrant } from '../domain/explicitRoles.ts';
import { accessChanged, personChanged, personCreated } from '../events.ts';
import { sortText } from '../names.ts';
import { insertDevices } from '../store/devices.ts';
import { endGuardianshipOf, saveGuardianships } from '../store/guardianships.ts';
import { insertRoles } from '../store/roles.ts';
import {
  insertPeople,
  lockPerson,
  type PersonFacts,
  type StudentRow,
  saveStudents,
  updatePerson,
} from '../store/writePeople.ts';
import type { Relation } from '../views.ts';
import { revokeRole } from './roles.ts';

type Facts = Omit<PersonFacts, 'sortText'>;

export interface Held {
  readonly guardianId: string;
  readonly studentId: string;
  readonly relation: Relation;
  readonly mayAct: boolean;
}

/** Many changes of people at once; ids are made by whoever asks. */
export interface PeopleBatch {
  readonly devices: readonly { readonly id: string; readonly label: string }[];
  readonly added: readonly (Facts & { readonly id: string })[];
  readonly changed: readonly { readonly id: string; readonly facts: Partial<Facts> }[];
  /** New students, and students whose home school or grade changes. */
  readonly students: readonly StudentRow[];
  /** New guardianships, from today, and changed ones. */
  readonly guardianships: readonly Held[];
  readonly endedGuardianships: readonly Pick<Held, 'guardianId' | 'studentId'>[];
  readonly roles: readonly RoleToGrant[];
  readonly takenRoles: readonly RoleToGrant[];
}

/** Stores many changes in a few statements and tells of each. Asks for no rights. */
export const savePeople =
  (reach: PeopleReach) =>
  async (scope: WriteScope, batch: PeopleBatch): Promise<void> => {
    const { db, now } = scope;
    const today = dayOf(now);
    await insertDevices(db, batch.devices);
    await insertPeople(
      db,
      batch.added.map((facts) => ({ ...facts, sortText: sortText(facts), createdAt: now })),
    );
    for (const { id, facts } of batch.changed) await changeFacts(scope, id, facts);
    await saveStudents(db, batch.students);
    await saveGuardianships(
      db,
      batch.guardianships.map((held) => ({ ...held, id: scope.newId(), fromOn: today, untilOn: null })),
    );
    for (const held of batch.endedGuardianships) await endGuardianshipOf(db, held, dayBefore(today));
    await insertRoles(
      db,
      batch.roles.map((role) => ({ ...role, id: scope.newId() })),
      now,
    );
    for (const role of batch.takenRoles) await revokeRole(scope, role);
    await tell(scope, reach, batch);
  };

async function changeFacts({ db }: WriteScope, id: string, facts: Partial<Facts>): Promise<void> {
  const before = await lockPerson(db, id);
  if (before) await updatePerson(db, id, { ...facts, sortText: sortText({ ...before, ...facts }) });
}

async function tell(scope: WriteScope, reach: PeopleReach, batch: PeopleBatch): Promise<void> {
  const isNew = new Set(batch.added.map((person) => person.id));
  for (const { id } of batch.added) scope.emit(personCreated, { personId: id });
  for (const { id } of batch.changed) scope.emit(personChanged, { personId: id });
  const affected = [...batch.guardianships, ...batch.endedGuardianships].map(({ guardianId }) => guardianId);
  for (const personId of new Set([...affected, ...batch.roles.map((role) => role.personId)]))
    if (!isNew.has(personId)) scope.emit(accessChanged, { personId });
  for (const { personId } of batch.students) if (!isNew.has(personId)) await reach.studentMoved(scope, personId);
}
