import type { Knex } from 'knex';
import { idList, insertMany } from '../../db/many.ts';

export interface RoundRow {
  readonly id: string;
  readonly dueOn: string;
  readonly note: string | null;
  readonly openedById: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

const columns = ['id', 'dueOn', 'note', 'openedById', 'openedAt', 'closedAt'] as const;

export async function insertRound(
  db: Knex,
  round: Omit<RoundRow, 'closedAt'>,
  groupIds: readonly string[],
): Promise<void> {
  await db('contacts_round').insert(round);
  await insertMany(
    db,
    'contacts_round_group',
    groupIds.map((groupId) => ({ roundId: round.id, groupId, isOpen: true })),
  );
}

export const lockRound = (db: Knex, id: string): Promise<RoundRow | undefined> =>
  db('contacts_round').where({ id }).forUpdate().first<RoundRow | undefined>(columns);

export const roundById = (db: Knex, id: string): Promise<RoundRow | undefined> =>
  db('contacts_round').where({ id }).first<RoundRow | undefined>(columns);

/** The newest rounds that ask one of the groups, open ones first. */
export const roundsOfGroups = (db: Knex, groupIds: Knex.QueryBuilder, limit: number): Promise<RoundRow[]> =>
  db('contacts_round')
    .whereIn('id', db('contacts_round_group').whereIn('groupId', groupIds).select('roundId'))
    .orderByRaw('case when closed_at is null then 0 else 1 end, opened_at desc, id')
    .limit(limit)
    .select<RoundRow[]>(columns);

export async function closeRound(db: Knex, id: string, closedAt: Date): Promise<void> {
  await db('contacts_round').where({ id }).update({ closedAt });
  await db('contacts_round_group').where({ roundId: id }).update({ isOpen: false });
}

export const overdueRounds = (db: Knex, lastDueOn: string): Promise<RoundRow[]> =>
  db('contacts_round').whereNull('closedAt').where('dueOn', '<=', lastDueOn).select<RoundRow[]>(columns);

export interface RoundGroup {
  readonly roundId: string;
  readonly groupId: string;
}

export const groupsOfRounds = (db: Knex, roundIds: readonly string[]): Promise<RoundGroup[]> =>
  db('contacts_round_group').whereIn('roundId', roundIds).select<RoundGroup[]>('roundId', 'groupId');

/** Open rounds that ask these groups. */
export const openRoundsOf = (db: Knex, groupIds: readonly string[]): Promise<RoundGroup[]> =>
  db('contacts_round_group')
    .whereIn('groupId', idList(db, groupIds))
    .where({ isOpen: true })
    .select<RoundGroup[]>('roundId', 'groupId');

export interface ConfirmationRow {
  readonly roundId: string;
  readonly personId: string;
  readonly confirmedAt: Date;
}

export const confirmationsOf = (db: Knex, roundIds: readonly string[]): Promise<ConfirmationRow[]> =>
  db('contacts_confirmation')
    .whereIn('roundId', roundIds)
    .select<ConfirmationRow[]>('roundId', 'personId', 'confirmedAt');

/** Confirming twice changes nothing: the first stays. */
export const insertConfirmations = (
  db: Knex,
  rows: readonly (ConfirmationRow & {
    readonly id: string;
    readonly confirmedById: string;
    readonly isOnPaper: boolean;
  })[],
): Promise<void> => insertMany(db, 'contacts_confirmation', rows, { on: ['roundId', 'personId'], take: 'ignore' });
