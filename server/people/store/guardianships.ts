import type { Knex } from 'knex';
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

export interface NewGuardianshipRow extends GuardianshipRow {
  readonly fromOn: string;
  readonly untilOn: string | null;
}

export async function insertGuardianships(db: Knex, rows: readonly NewGuardianshipRow[]): Promise<void> {
  if (rows.length > 0) await db.batchInsert('people_guardianship', [...rows], 200);
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
export async function saveGuardianships(db: Knex, rows: readonly NewGuardianshipRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 200)
    await db('people_guardianship')
      .insert(rows.slice(from, from + 200))
      .onConflict(['guardianId', 'studentId'])
      .merge(['relation', 'mayAct', 'untilOn']);
}

export async function endGuardianshipOf(
  db: Knex,
  held: Pick<NewGuardianshipRow, 'guardianId' | 'studentId'>,
  lastOn: string,
): Promise<void> {
  const { guardianId, studentId } = held;
  const row = await db('people_guardianship').where({ guardianId, studentId }).first<{ id: string } | undefined>('id');
  if (row) await endGuardianship(db, row.id, lastOn);
}
