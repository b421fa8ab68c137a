import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import { deleteMany, idList, insertMany, updateMany } from '../../db/many.ts';
import type { Stay } from '../views.ts';

/** What somebody stays in: the table, and the column that names it. */
const places = {
  member: { table: 'school_group_member', owner: 'groupId' },
  subgroup: { table: 'school_subgroup_member', owner: 'subgroupId' },
  tutor: { table: 'school_group_tutor', owner: 'groupId' },
} as const;
export type StayKind = keyof typeof places;

/** Whose stay, in what. */
export interface StayOf extends Stay {
  readonly ownerId: string;
}

export const stayTable = (kind: StayKind): string => places[kind].table;

/** Stays as rows of their table. */
export const stayRows = (kind: StayKind, stays: readonly StayOf[]): object[] =>
  stays.map(({ ownerId, ...stay }) => ({ ...stay, [places[kind].owner]: ownerId }));

export const insertStayRows = (db: Knex, kind: StayKind, rows: Many): Promise<void> =>
  insertMany(db, stayTable(kind), rows);

export const insertStays = (db: Knex, kind: StayKind, stays: readonly StayOf[]): Promise<void> =>
  insertStayRows(db, kind, stayRows(kind, stays));

/** Stays that go on after a day; of these people, or of everybody. */
export async function staysAfter(
  db: Knex,
  kind: StayKind,
  ownerIds: readonly string[],
  lastOn: string,
  personIds?: readonly string[],
): Promise<StayOf[]> {
  const { table, owner } = places[kind];
  const query = db(`${table} as stay`)
    .whereIn(`stay.${owner}`, idList(db, ownerIds))
    .where((after) => after.whereNull('stay.untilOn').orWhere('stay.untilOn', '>', lastOn));
  if (personIds) query.whereIn('stay.personId', idList(db, personIds));
  return query.select<StayOf[]>({
    ownerId: `stay.${owner}`,
    personId: 'stay.personId',
    fromOn: 'stay.fromOn',
    untilOn: 'stay.untilOn',
  });
}

/** Makes `lastOn` the last day of stays; those that would not have begun by then are deleted. */
export async function endStays(db: Knex, kind: StayKind, stays: readonly StayOf[], lastOn: string): Promise<void> {
  const { table, owner } = places[kind];
  const named = ({ ownerId, personId, fromOn }: StayOf) => ({ [owner]: ownerId, personId, fromOn });
  await deleteMany(db, table, stays.filter(({ fromOn }) => fromOn > lastOn).map(named));
  const begun = stays.filter(({ fromOn }) => fromOn <= lastOn).map((stay) => ({ ...named(stay), untilOn: lastOn }));
  await updateMany(db, table, begun, { by: [owner, 'personId', 'fromOn'] });
}

export const subgroupIdsOf = async (db: Knex, groupId: string): Promise<string[]> =>
  db('school_subgroup').where({ groupId }).pluck('id');
