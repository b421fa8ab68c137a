import type { Knex } from 'knex';
import { deleteMany, idList, insertMany, updateMany } from '../../db/many.ts';
import { dayOf, type Moment } from '../day.ts';
import type { ChildOf, GuardianOf, Relation } from '../views.ts';
import { peopleByIds } from './people.ts';
import { readIds } from './readIds.ts';

interface GuardianshipRow {
  readonly id: string;
  readonly guardianId: string;
  readonly studentId: string;
  readonly relation: Relation;
  readonly mayAct: boolean;
}

/** Guardianships that hold on the moment's day. */
const current = ({ db, now }: Moment): Knex.QueryBuilder =>
  db('people_guardianship as held')
    .where('held.fromOn', '<=', dayOf(now))
    .where((end) => end.whereNull('held.untilOn').orWhere('held.untilOn', '>=', dayOf(now)));

const columns = ['held.id', 'held.guardianId', 'held.studentId', 'held.relation', 'held.mayAct'];

export async function guardiansOf(moment: Moment, studentIds: readonly string[]): Promise<readonly GuardianOf[]> {
  const rows: GuardianshipRow[] = await current(moment).whereIn('held.studentId', studentIds).select(columns);
  const guardians = await peopleByIds(moment.db, [...new Set(rows.map((row) => row.guardianId))]);
  const byId = new Map(guardians.map((guardian) => [guardian.id, guardian]));
  return rows.flatMap(({ id, guardianId, ...row }) => {
    const guardian = byId.get(guardianId);
    return guardian ? [{ ...row, guardianshipId: id, guardian }] : [];
  });
}

/** Guardianships of a guardian. */
export const heldBy = (moment: Moment, guardianId: string): Promise<GuardianshipRow[]> =>
  current(moment).where('held.guardianId', guardianId).orderBy('held.id').select(columns);

/** Those of the people who look after somebody today. */
export const guardianIdsAmong = (moment: Moment, personIds: readonly string[]): Promise<string[]> =>
  readIds(current(moment).whereIn('held.guardianId', personIds).distinct({ id: 'held.guardianId' }));

export async function childrenOf(moment: Moment, guardianId: string): Promise<readonly ChildOf[]> {
  const rows = await heldBy(moment, guardianId);
  return rows.map(({ studentId, relation, mayAct }) => ({ studentId, relation, mayAct }));
}

/** The children of many guardians today. */
export async function childrenOfMany(
  moment: Moment,
  guardianIds: readonly string[],
): Promise<readonly (ChildOf & { readonly guardianId: string })[]> {
  const rows: GuardianshipRow[] = await current(moment)
    .whereIn('held.guardianId', [...guardianIds])
    .orderBy('held.id')
    .select(columns);
  return rows.map(({ guardianId, studentId, relation, mayAct }) => ({ guardianId, studentId, relation, mayAct }));
}

export interface NewGuardianshipRow extends GuardianshipRow {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export async function insertGuardianships(db: Knex, rows: readonly NewGuardianshipRow[]): Promise<void> {
  await insertMany(db, 'people_guardianship', rows);
}

export const findGuardianship = (db: Knex, id: string): Promise<GuardianshipRow | undefined> =>
  db('people_guardianship as held').where('held.id', id).first<GuardianshipRow | undefined>(columns);

/** Stores a guardianship, or what changed of the one between the same two people. Returns its id. */
export async function saveGuardianship(db: Knex, row: NewGuardianshipRow): Promise<string> {
  const { relation, mayAct, fromOn, untilOn } = row;
  const saved: { id: string }[] = await db('people_guardianship')
    .insert(row)
    .onConflict(['guardianId', 'studentId'])
    .merge({ relation, mayAct, fromOn, untilOn })
    .returning('id');
  return saved[0]?.id ?? row.id;
}

/** Makes `lastOn` the last day; what would not have begun by then is deleted. */
export async function endGuardianship(db: Knex, id: string, lastOn: string): Promise<void> {
  await db('people_guardianship').where({ id }).where('fromOn', '>', lastOn).delete();
  await db('people_guardianship').where({ id }).update({ untilOn: lastOn });
}

/** Stores guardianships, or how those between the same people are changed; dates of existing ones stay. */
export const saveGuardianships = (db: Knex, rows: readonly NewGuardianshipRow[]): Promise<void> =>
  insertMany(db, 'people_guardianship', rows, {
    on: ['guardianId', 'studentId'],
    take: ['relation', 'mayAct', 'untilOn'],
  });

/** Makes `lastOn` the last day of those between the same people; what would not have begun by then is deleted. */
export async function endGuardianships(
  db: Knex,
  held: readonly Pick<NewGuardianshipRow, 'guardianId' | 'studentId'>[],
  lastOn: string,
): Promise<void> {
  if (held.length === 0) return;
  const pairs = new Set(held.map(({ guardianId, studentId }) => `${guardianId} ${studentId}`));
  const rows: { id: string; guardianId: string; studentId: string; fromOn: string }[] = await db('people_guardianship')
    .whereIn(
      'guardianId',
      idList(
        db,
        held.map((one) => one.guardianId),
      ),
    )
    .select('id', 'guardianId', 'studentId', 'fromOn');
  const ended = rows.filter(({ guardianId, studentId }) => pairs.has(`${guardianId} ${studentId}`));
  const neverBegun = ended.filter(({ fromOn }) => fromOn > lastOn).map(({ id }) => ({ id }));
  await deleteMany(db, 'people_guardianship', neverBegun);
  const begun = ended.filter(({ fromOn }) => fromOn <= lastOn).map(({ id }) => ({ id, untilOn: lastOn }));
  await updateMany(db, 'people_guardianship', begun);
}
