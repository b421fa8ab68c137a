import type { Knex } from 'knex';
import { idList, idListOf } from '../../db/many.ts';
import { prepared } from '../../db/prepared.ts';
import { fullName } from '../names.ts';
import type { Contact, PersonCard, StudentCard } from '../views.ts';

type PersonRow = Omit<PersonCard, 'name'>;

const cardColumns = [
  'person.id',
  'person.externalId',
  'person.givenName',
  'person.familyName',
  'person.middleName',
  'person.language',
  'person.zone',
  'person.internet',
  'person.sharedDeviceId',
  'person.isActive',
];

const named = <R extends PersonRow>(row: R): R & { name: string } => ({ ...row, name: fullName(row, row.language) });

const cardsOf = prepared<{ ids: string }, PersonRow>((db, value) =>
  db('people_person as person')
    .whereIn('person.id', idListOf(db, value('ids')))
    .select(cardColumns),
);

/** Cards of the people who exist, in no particular order. */
export async function peopleByIds(db: Knex, ids: readonly string[]): Promise<readonly PersonCard[]> {
  return ids.length === 0 ? [] : (await cardsOf(db, { ids: JSON.stringify(ids) })).map(named);
}

/** Cards of those of the people who are students. */
export async function studentsByIds(db: Knex, ids: readonly string[]): Promise<readonly StudentCard[]> {
  const rows = await db('people_student as student')
    .join('people_person as person', 'person.id', 'student.personId')
    .whereIn('student.personId', ids)
    .select<(PersonRow & { homeSchoolId: string; grade: number })[]>([
      ...cardColumns,
      'student.homeSchoolId',
      'student.grade',
    ]);
  return rows.map(named);
}

export const contactsByIds = (db: Knex, ids: readonly string[]): Promise<readonly Contact[]> =>
  db('people_person').whereIn('id', idList(db, ids)).select<Contact[]>('id', 'email', 'phone');

export const personIdsOnDevice = (db: Knex, sharedDeviceId: string): Promise<string[]> =>
  db('people_person').where({ sharedDeviceId, isActive: true }).orderBy(['sortText', 'id']).pluck('id');

export async function revisionOf(db: Knex, id: string): Promise<number> {
  const row = await db('people_person').where({ id }).first<{ revision: number } | undefined>('revision');
  return row?.revision ?? 0;
}
