import type { Knex } from 'knex';
import { idList } from '../../db/many.ts';
import { dayOf, type Moment } from '../day.ts';
import type { LimitKind } from '../domain/rights.ts';

export interface LimitRow {
  readonly id: string;
  readonly guardianshipId: string;
  readonly kind: LimitKind;
  /** What the court has written; for staff only. */
  readonly orderText: string | null;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

const columns = ['id', 'guardianshipId', 'kind', 'orderText', 'fromOn', 'untilOn'] as const;

/** All limits of guardianships, past ones too, the newest first. */
export const limitsOf = (db: Knex, guardianshipIds: readonly string[]): Promise<LimitRow[]> =>
  db('people_guardianship_limit')
    .whereIn('guardianshipId', idList(db, guardianshipIds))
    .orderBy(['guardianshipId', { column: 'fromOn', order: 'desc' }, 'id'])
    .select<LimitRow[]>(columns);

export const findLimit = (db: Knex, id: string): Promise<LimitRow | undefined> =>
  db('people_guardianship_limit').where({ id }).first<LimitRow | undefined>(columns);

/** Kinds of limits that hold on the moment's day, by guardianship. */
export async function limitKindsOf(
  { db, now }: Moment,
  guardianshipIds: readonly string[],
): Promise<ReadonlyMap<string, readonly LimitKind[]>> {
  if (guardianshipIds.length === 0) return new Map();
  const rows = (await limitsOf(db, guardianshipIds)).filter((row) => holdsOn(row, dayOf(now)));
  const found = new Map<string, LimitKind[]>();
  for (const { guardianshipId, kind } of rows) found.set(guardianshipId, [...(found.get(guardianshipId) ?? []), kind]);
  return found;
}

export const holdsOn = ({ fromOn, untilOn }: Pick<LimitRow, 'fromOn' | 'untilOn'>, day: string): boolean =>
  fromOn <= day && (untilOn === null || untilOn >= day);

export const insertLimit = (
  db: Knex,
  row: LimitRow & { readonly madeAt: Date; readonly madeById: string | null },
): Promise<unknown> => db('people_guardianship_limit').insert(row);

/** Makes `lastOn` the last day; what would not have begun by then is deleted. */
export async function endLimit(db: Knex, id: string, lastOn: string): Promise<void> {
  await db('people_guardianship_limit').where({ id }).where('fromOn', '>', lastOn).delete();
  await db('people_guardianship_limit').where({ id }).update({ untilOn: lastOn });
}
