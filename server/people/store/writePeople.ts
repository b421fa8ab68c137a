import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import { idList, insertMany, updateMany } from '../../db/many.ts';
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
  /** What is there stays where this is left out. */
  readonly bornOn?: string | null;
}

export type PersonRow = NewPersonRow & { readonly isActive?: boolean };

/** The rows are as `PersonRow`. */
export const insertPeople = (db: Knex, rows: Many): Promise<void> => insertMany(db, 'people_person', rows);

/** Makes students of people, or changes what is told of them; rows name the same members. */
export const saveStudents = (db: Knex, rows: readonly StudentRow[], many: Many = rows): Promise<void> =>
  insertMany(db, 'people_student', many, {
    on: ['personId'],
    take: ['homeSchoolId', 'grade', ...(rows.some(({ bornOn }) => bornOn !== undefined) ? ['bornOn'] : [])],
  });

/** Changes many people, each in its own members, and counts their revisions up. */
export const updatePeople = (
  db: Knex,
  rows: readonly (Partial<PersonFacts & { readonly isActive: boolean }> & { readonly id: string })[],
): Promise<void> => updateMany(db, 'people_person', rows, { counting: true });

/** The names of people who are about to be changed. */
export const namesOf = (
  db: Knex,
  ids: readonly string[],
): Promise<(Pick<PersonFacts, 'givenName' | 'familyName' | 'middleName'> & { readonly id: string })[]> =>
  db('people_person').whereIn('id', idList(db, ids)).select('id', 'givenName', 'familyName', 'middleName');

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

type StudentFacts = StudentRow & { readonly bornOn: string | null };

export const studentFacts = (db: Knex, personId: string): Promise<StudentFacts | undefined> =>
  db('people_student')
    .where({ personId })
    .first<StudentFacts | undefined>('personId', 'homeSchoolId', 'grade', 'bornOn');

export const setBornOn = (db: Knex, personId: string, bornOn: string | null): Promise<number> =>
  db('people_student').where({ personId }).update({ bornOn });
