import type { Knex } from 'knex';
import { deleteMany, idList, updateMany } from '../../db/many.ts';
import type { Values, YearItem } from '../domain/yearPlan.ts';
import type { StayOf } from './writeStays.ts';

export interface YearChangeRow {
  readonly id: string;
  readonly beginsOn: string;
  readonly madeById: string | null;
  readonly madeAt: Date;
  readonly undoneAt: Date | null;
  readonly countsJson: Readonly<Record<string, number>>;
}

interface ItemRow {
  readonly id: string;
  readonly kind: YearItem['kind'];
  readonly entityId: string;
  readonly ownerId: string | null;
  readonly fromOn: string | null;
  readonly beforeJson: Values | null;
  readonly afterJson: Values | null;
}

export interface StoredItem extends YearItem {
  readonly id: string;
}

const changeColumns = ['id', 'beginsOn', 'madeById', 'madeAt', 'undoneAt', 'countsJson'];

/** Locks every active group, in one order: a change of year waits for whoever is changing one, and they for it. */
export const lockActiveGroups = (db: Knex): Promise<{ id: string; name: string; grade: number }[]> =>
  db('school_group').where({ isActive: true }).orderBy('id').forUpdate().select('id', 'name', 'grade');

export const activeGroups = (db: Knex): Promise<{ id: string; name: string; grade: number }[]> =>
  db('school_group').where({ isActive: true }).orderBy('id').select('id', 'name', 'grade');

interface SubgroupRow {
  readonly id: string;
  readonly groupId: string;
  readonly name: string;
}

export const subgroupsOfGroups = (db: Knex, groupIds: readonly string[]): Promise<SubgroupRow[]> =>
  db('school_subgroup').whereIn('groupId', idList(db, groupIds)).orderBy('id').select('id', 'groupId', 'name');

export const subgroupsByIds = (db: Knex, ids: readonly string[]): Promise<SubgroupRow[]> =>
  db('school_subgroup').whereIn('id', idList(db, ids)).select('id', 'groupId', 'name');

export const gradesOf = async (db: Knex, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const rows: { personId: string; grade: number }[] = await db('people_student')
    .whereIn('personId', idList(db, personIds))
    .select('personId', 'grade');
  return new Map(rows.map(({ personId, grade }) => [personId, grade]));
};

export async function insertYearChange(
  trx: Knex.Transaction,
  { countsJson, ...row }: Omit<YearChangeRow, 'undoneAt'>,
  items: readonly StoredItem[],
): Promise<void> {
  await trx('school_year_change').insert({ ...row, countsJson: JSON.stringify(countsJson) });
  const rows = items.map(({ before, after, ...item }, place) => ({
    ...item,
    ...{ place, changeId: row.id, isKept: false },
    beforeJson: JSON.stringify(before),
    afterJson: JSON.stringify(after),
  }));
  for (let from = 0; from < rows.length; from += 200)
    await trx('school_year_item').insert(rows.slice(from, from + 200));
}

/** Newest first. */
export const yearChanges = (db: Knex, limit: number): Promise<YearChangeRow[]> =>
  db('school_year_change').orderBy('madeAt', 'desc').limit(limit).select<YearChangeRow[]>(changeColumns);

export const lockYearChange = (trx: Knex.Transaction, id: string): Promise<YearChangeRow | undefined> =>
  trx('school_year_change').where({ id }).forUpdate().first<YearChangeRow | undefined>(changeColumns);

export const markUndone = (trx: Knex.Transaction, id: string, undoneAt: Date): Promise<number> =>
  trx('school_year_change').where({ id }).update({ undoneAt });

export const markKept = async (trx: Knex.Transaction, ids: readonly string[]): Promise<void> => {
  await updateMany(
    trx,
    'school_year_item',
    ids.map((id) => ({ id, isKept: true })),
  );
};

const itemOf = ({ beforeJson: before, afterJson: after, ...row }: ItemRow): StoredItem => ({ ...row, before, after });

const itemColumns = ['id', 'kind', 'entityId', 'ownerId', 'fromOn', 'beforeJson', 'afterJson'];

export async function itemsOfChange(db: Knex, changeId: string, kept?: true): Promise<StoredItem[]> {
  const query = db('school_year_item').where({ changeId }).orderBy('place').select<ItemRow[]>(itemColumns);
  if (kept) query.where({ isKept: true });
  return (await query).map(itemOf);
}

/** What groups were called before changes of year that hold, newest first. */
export async function formerNames(db: Knex, groupId: string): Promise<{ beginsOn: string; before: Values | null }[]> {
  const rows: { beginsOn: string; beforeJson: Values | null }[] = await db('school_year_item as item')
    .join('school_year_change as change', 'change.id', 'item.changeId')
    .where({ 'item.kind': 'group', 'item.entityId': groupId })
    .whereNull('change.undoneAt')
    .orderBy('change.beginsOn', 'desc')
    .select({ beginsOn: 'change.beginsOn', beforeJson: 'item.beforeJson' });
  return rows.map(({ beginsOn, beforeJson }) => ({ beginsOn, before: beforeJson }));
}

/** Since when courses are no longer taught. */
export async function endsOfCourses(db: Knex, courseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows: { entityId: string; beginsOn: string }[] = await db('school_year_item as item')
    .join('school_year_change as change', 'change.id', 'item.changeId')
    .where('item.kind', 'course')
    .whereIn('item.entityId', idList(db, courseIds))
    .whereNull('change.undoneAt')
    .select('item.entityId', 'change.beginsOn');
  return new Map(rows.map(({ entityId, beginsOn }) => [entityId, beginsOn]));
}

const stayTables = {
  member: ['school_group_member', 'groupId'],
  part: ['school_subgroup_member', 'subgroupId'],
  tutor: ['school_group_tutor', 'groupId'],
} as const;

/** All stays of these people in any of these places. */
export function staysOf(
  db: Knex,
  kind: keyof typeof stayTables,
  ownerIds: readonly string[],
  personIds: readonly string[],
): Promise<StayOf[]> {
  const [table, owner] = stayTables[kind];
  return db(`${table} as stay`)
    .whereIn(`stay.${owner}`, idList(db, ownerIds))
    .whereIn('stay.personId', idList(db, personIds))
    .select<StayOf[]>({
      ownerId: `stay.${owner}`,
      personId: 'stay.personId',
      fromOn: 'stay.fromOn',
      untilOn: 'stay.untilOn',
    });
}

type Stays = readonly Pick<StayOf, 'ownerId' | 'personId' | 'fromOn'>[];

const named = (owner: string, { ownerId, personId, fromOn }: Stays[number]) => ({ [owner]: ownerId, personId, fromOn });

/** Gives stays another last day, also none. */
export async function setUntil(trx: Knex.Transaction, kind: keyof typeof stayTables, stays: readonly StayOf[]) {
  const [table, owner] = stayTables[kind];
  const rows = stays.map((stay) => ({ ...named(owner, stay), untilOn: stay.untilOn }));
  await updateMany(trx, table, rows, { by: [owner, 'personId', 'fromOn'] });
}

export async function deleteStays(trx: Knex.Transaction, kind: keyof typeof stayTables, stays: Stays) {
  const [table, owner] = stayTables[kind];
  await deleteMany(
    trx,
    table,
    stays.map((stay) => named(owner, stay)),
  );
}

interface CourseState {
  readonly id: string;
  readonly groupId: string;
  readonly subgroupId: string | null;
  readonly subjectId: string;
  readonly teacherId: string | null;
  readonly isActive: boolean;
}

/** The courses, and the active ones of their groups. */
export const coursesBeside = (db: Knex, ids: readonly string[]): Promise<CourseState[]> =>
  db('school_course')
    .whereIn('groupId', db('school_course').whereIn('id', idList(db, ids)).select('groupId'))
    .select('id', 'groupId', 'subgroupId', 'subjectId', 'teacherId', 'isActive');

export const groupStates = (
  db: Knex,
  ids: readonly string[],
): Promise<{ id: string; name: string; grade: number; isActive: boolean }[]> =>
  db('school_group').whereIn('id', idList(db, ids)).select('id', 'name', 'grade', 'isActive');
