import type { Many } from '../../db/laid.ts';
import type { Lay } from '../../db/lay.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { PeopleReach } from '../api.ts';
import { dayBefore, dayOf } from '../day.ts';
import type { RoleToGrant } from '../domain/explicitRoles.ts';
import { accessChanged, personChanged, personCreated } from '../events.ts';
import { sortText } from '../names.ts';
import { insertDevices } from '../store/devices.ts';
import {
  endGuardianships,
  type ManyGuardianships,
  type NewGuardianshipRow,
  saveGuardianships,
} from '../store/guardianships.ts';
import { insertRoles } from '../store/roles.ts';
import {
  insertPeople,
  namesOf,
  type PersonFacts,
  type PersonRow,
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

/** What is most of a batch, as rows. */
export interface PeopleRows {
  readonly people: Many;
  readonly students: Many;
  readonly guardianships: Many;
}

/** What a batch is stored with. */
type At = Pick<WriteScope, 'now' | 'newId'>;

const peopleRows = ({ now, newId }: At, { added, students, guardianships }: PeopleBatch) => ({
  people: added.map((facts): PersonRow => ({ ...facts, sortText: sortText(facts), createdAt: now })),
  students,
  guardianships: guardianships.map(
    (held): NewGuardianshipRow => ({ ...held, id: newId(), fromOn: dayOf(now), untilOn: null }),
  ),
});

/** Lays out what is most of a batch, before the transaction that stores it. */
export async function layPeople(lay: Lay, at: At, batch: PeopleBatch): Promise<PeopleRows> {
  const { people, students, guardianships } = peopleRows(at, batch);
  return {
    people: await lay('people_person', people),
    students: await lay('people_student', students),
    guardianships: await lay('people_guardianship', guardianships),
  };
}

/** Stores many changes in a few statements and tells of each. Asks for no rights. */
export const savePeople =
  (reach: PeopleReach) =>
  async (scope: WriteScope, batch: PeopleBatch, laid: PeopleRows = peopleRows(scope, batch)): Promise<void> => {
    const { db, now } = scope;
    await insertDevices(db, batch.devices);
    await insertPeople(db, laid.people);
    await changePeople(scope, batch.changed);
    await saveStudents(db, batch.students, laid.students);
    await saveGuardianships(db, manyGuardianships(batch, laid.guardianships), changeIn(scope));
    await endGuardianships(db, batch.endedGuardianships, dayBefore(batch.endsOn ?? dayOf(now)));
    await insertRoles(
      db,
      batch.roles.map((role) => ({ ...role, id: scope.newId() })),
      now,
    );
    for (const role of batch.takenRoles) await revokeRole(scope, role);
    await tell(scope, reach, batch);
  };

/** Nobody who is new is in a guardianship already. */
function manyGuardianships({ added, guardianships }: PeopleBatch, many: Many): ManyGuardianships {
  const strangers = new Set(added.map(({ id }) => id));
  return {
    many,
    known: guardianships.filter(({ guardianId, studentId }) => !strangers.has(guardianId) && !strangers.has(studentId)),
    saysMaySee: guardianships.some(({ maySee }) => maySee !== undefined),
  };
}

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
