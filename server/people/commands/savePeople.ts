import type { WriteScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { dayBefore, dayOf } from '../day.ts';
import type { RoleToGrant } from '../domain/explicitRoles.ts';
import { accessChanged, personChanged, personCreated } from '../events.ts';
import { sortText } from '../names.ts';
import { insertDevices } from '../store/devices.ts';
import { endGuardianships, saveGuardianships } from '../store/guardianships.ts';
import { insertRoles } from '../store/roles.ts';
import {
  insertPeople,
  namesOf,
  type PersonFacts,
  type StudentRow,
  saveStudents,
  updatePeople,
} from '../store/writePeople.ts';
import type { Relation } from '../views.ts';
import { changeIn } from './guardianships.ts';
import { revokeRole } from './roles.ts';

type Facts = Omit<PersonFacts, 'sortText'> & { readonly isActive: boolean };

export interface Held {
  readonly guardianId: string;
  readonly studentId: string;
  readonly relation: Relation;
  readonly maySee?: boolean;
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
  /** From when on what is ended no longer holds; today unless told. What began then or later is taken away whole. */
  readonly endsOn?: string;
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
    await changePeople(scope, batch.changed);
    await saveStudents(db, batch.students);
    await saveGuardianships(
      db,
      batch.guardianships.map((held) => ({ ...held, id: scope.newId(), fromOn: today, untilOn: null })),
      changeIn(scope),
    );
    await endGuardianships(db, batch.endedGuardianships, dayBefore(batch.endsOn ?? today));
    await insertRoles(
      db,
      batch.roles.map((role) => ({ ...role, id: scope.newId() })),
      now,
    );
    for (const role of batch.takenRoles) await revokeRole(scope, role);
    await tell(scope, reach, batch);
  };

/** Changes facts of people; what they are ordered and found by follows their names. */
async function changePeople({ db }: WriteScope, changed: PeopleBatch['changed']): Promise<void> {
  const renamed = changed.filter(({ facts }) => 'givenName' in facts || 'familyName' in facts || 'middleName' in facts);
  const before = await namesOf(
    db,
    renamed.map(({ id }) => id),
  );
  const names = new Map(before.map((row) => [row.id, row]));
  const rows = changed.map(({ id, facts }) => {
    const old = names.get(id);
    return { ...facts, ...(old ? { sortText: sortText({ ...old, ...facts }) } : {}), id };
  });
  await updatePeople(db, rows);
}

async function tell(scope: WriteScope, reach: PeopleReach, batch: PeopleBatch): Promise<void> {
  const isNew = new Set(batch.added.map((person) => person.id));
  for (const { id } of batch.added) scope.emit(personCreated, { personId: id });
  for (const { id } of batch.changed) scope.emit(personChanged, { personId: id });
  const affected = [
    ...[...batch.guardianships, ...batch.endedGuardianships].map(({ guardianId }) => guardianId),
    ...batch.roles.map((role) => role.personId),
    ...batch.changed.filter(({ facts }) => facts.isActive !== undefined).map(({ id }) => id),
  ];
  for (const personId of new Set(affected)) if (!isNew.has(personId)) scope.emit(accessChanged, { personId });
  const moved = batch.students.map(({ personId }) => personId).filter((personId) => !isNew.has(personId));
  if (moved.length > 0) await reach.studentsMoved(scope, moved);
}
