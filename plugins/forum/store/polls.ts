import type { Knex } from 'knex';

export interface PollRow {
  readonly topicId: string;
  readonly question: string;
  readonly optionsJson: readonly string[];
  readonly isMultiple: boolean;
  readonly closedAt: Date | null;
}

export const pollOf = (db: Knex, topicId: string): Promise<PollRow | undefined> =>
  db('forum_poll')
    .where({ topicId })
    .first<PollRow | undefined>('topicId', 'question', 'optionsJson', 'isMultiple', 'closedAt');

export const insertPoll = (
  trx: Knex.Transaction,
  poll: {
    readonly topicId: string;
    readonly question: string;
    readonly options: readonly string[];
    readonly isMultiple: boolean;
  },
): Promise<unknown> =>
  trx('forum_poll').insert({
    topicId: poll.topicId,
    question: poll.question,
    optionsJson: JSON.stringify(poll.options),
    isMultiple: poll.isMultiple,
  });

export const closePoll = (trx: Knex.Transaction, topicId: string, closedAt: Date): Promise<number> =>
  trx('forum_poll').where({ topicId, closedAt: null }).update({ closedAt });

export async function voteCounts(db: Knex, topicId: string): Promise<ReadonlyMap<number, number>> {
  const rows: { option: number; count: number | string }[] = await db('forum_vote')
    .where({ topicId })
    .groupBy('option')
    .select('option')
    .count('* as count');
  return new Map(rows.map(({ option, count }) => [option, Number(count)]));
}

export async function countVoters(db: Knex, topicId: string): Promise<number> {
  const row = await db('forum_vote').where({ topicId }).countDistinct('personId as count').first();
  return Number(row?.count ?? 0);
}

export const votesOf = (db: Knex, topicId: string, personId: string): Promise<number[]> =>
  db('forum_vote').where({ topicId, personId }).pluck('option');

export async function replaceVotes(
  trx: Knex.Transaction,
  { topicId, personId }: { readonly topicId: string; readonly personId: string },
  options: readonly number[],
): Promise<void> {
  await trx('forum_vote').where({ topicId, personId }).del();
  if (options.length > 0) await trx('forum_vote').insert(options.map((option) => ({ topicId, personId, option })));
}

/** Holds the poll until the end of the transaction: votes of one person come one after another. */
export const holdPoll = (trx: Knex.Transaction, topicId: string): Promise<PollRow | undefined> =>
  trx('forum_poll')
    .where({ topicId })
    .forUpdate()
    .first<PollRow | undefined>('topicId', 'question', 'optionsJson', 'isMultiple', 'closedAt');
