import type { Knex } from 'knex';
import type { Language } from '../../host/language.ts';
import type { Internet } from '../views.ts';

/** Everything of a person that is stored and edited. */
export interface PersonFacts {
  readonly externalId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
  readonly sortText: string;
  readonly language: Language;
  readonly zone: string;
  readonly internet: Internet;
  readonly sharedDeviceId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface NewPersonRow extends PersonFacts {
  readonly id: string;
  readonly createdAt: Date;
}

export interface StudentRow {
  readonly personId: string;
  readonly homeSchoolId: string;
  readonly grade: number;
}

const inBatches = 200;

export async function insertPeople(db: Knex, rows: readonly NewPersonRow[]): Promise<void> {
  if (rows.length > 0) await db.batchInsert('people_person', [...rows], inBatches);
}

/** Makes students of people, or changes their home school and grade. */
export async function saveStudents(db: Knex, rows: readonly StudentRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += inBatches)
    await db('people_student')
      .insert(rows.slice(from, from + inBatches))
      .onConflict('personId')
      .merge(['homeSchoolId', 'grade']);
}

/** Changes a person and counts the revision up. */
export const updatePerson = (
  db: Knex,
  id: string,
  change: Partial<PersonFacts & { readonly isActive: boolean }>,
): Promise<number> =>
  db('people_person')
    .where({ id })
    .update({ ...change, revision: db.raw('revision + 1') });

export interface LockedPerson extends PersonFacts {
  readonly id: string;
  readonly isActive: boolean;
  readonly revision: number;
}

const columns = [
  'id',
  'externalId',
  'givenName',
  'familyName',
  'middleName',
  'sortText',
  'language',
  'zone',
  'internet',
  'sharedDeviceId',
  'email',
  'phone',
  'isActive',
  'revision',
] as const;

/** Locks a person who is about to be changed. */
export const lockPerson = (db: Knex, id: string): Promise<LockedPerson | undefined> =>
  db('people_person').where({ id }).forUpdate().first<LockedPerson | undefined>(columns);

export const studentFacts = (db: Knex, personId: string): Promise<StudentRow | undefined> =>
  db('people_student').where({ personId }).first<StudentRow | undefined>('personId', 'homeSchoolId', 'grade');
