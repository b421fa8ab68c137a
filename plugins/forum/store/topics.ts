import type { Knex } from 'knex';

export interface TopicRow {
  readonly id: string;
  readonly boardId: string;
  readonly title: string;
  readonly authorId: string | null;
  readonly isPinned: boolean;
  readonly isClosed: boolean;
  readonly revision: number;
  readonly lastNumber: number;
  readonly lastSequence: number;
  readonly madeAt: Date;
  readonly activeAt: Date;
}

const columns = [
  'topic.id',
  'topic.boardId',
  'topic.title',
  'topic.authorId',
  'topic.isPinned',
  'topic.isClosed',
  'topic.revision',
  'topic.lastNumber',
  'topic.lastSequence',
  'topic.madeAt',
  'topic.activeAt',
];

/** A topic with how far somebody has read it. */
export interface ReadTopicRow extends TopicRow {
  readonly readNumber: number;
}

export const topicById = (db: Knex, id: string): Promise<TopicRow | undefined> =>
  db('forum_topic as topic').where('topic.id', id).first<TopicRow | undefined>(columns);

export const topicsByIds = (db: Knex, ids: readonly string[]): Promise<TopicRow[]> =>
  db('forum_topic as topic')
    .whereIn('topic.id', [...ids])
    .select<TopicRow[]>(columns);

export interface TopicsPage {
  /** The last topic of the page before. */
  readonly after: Pick<TopicRow, 'id' | 'isPinned' | 'activeAt'> | undefined;
  readonly limit: number;
}

/** Topics of a board as a list shows them: pinned ones first, then those with the newest answer. */
export function topicsOf(
  db: Knex,
  boardId: string,
  personId: string,
  { after, limit }: TopicsPage,
): Promise<ReadTopicRow[]> {
  const query = withReading(db, personId).where('topic.boardId', boardId);
  if (after)
    query.whereRaw('(topic.is_pinned, topic.active_at, topic.id) < (?, ?, ?)', [
      after.isPinned,
      after.activeAt,
      after.id,
    ]);
  return query
    .orderBy([
      { column: 'topic.isPinned', order: 'desc' },
      { column: 'topic.activeAt', order: 'desc' },
      { column: 'topic.id', order: 'desc' },
    ])
    .limit(limit)
    .select<ReadTopicRow[]>([...columns, db.raw('coalesce(reading.read_number, 0) as read_number')]);
}

const withReading = (db: Knex, personId: string): Knex.QueryBuilder =>
  db('forum_topic as topic').leftJoin('forum_reading as reading', (on) => {
    on.on('reading.topicId', 'topic.id').andOnVal(
      'reading.personId',
      personId || '00000000-0000-0000-0000-000000000000',
    );
  });

/** Topics of some boards with something that a person has not read, newest first. */
export const unreadTopics = (
  db: Knex,
  boardIds: Knex.QueryBuilder,
  personId: string,
  { since, limit }: { readonly since: Date; readonly limit: number },
): Promise<ReadTopicRow[]> =>
  withReading(db, personId)
    .whereIn('topic.boardId', boardIds)
    .where('topic.activeAt', '>', since)
    .whereRaw('topic.last_number > coalesce(reading.read_number, 0)')
    .orderBy([
      { column: 'topic.activeAt', order: 'desc' },
      { column: 'topic.id', order: 'desc' },
    ])
    .limit(limit)
    .select<ReadTopicRow[]>([...columns, db.raw('coalesce(reading.read_number, 0) as read_number')]);

/** How many topics of each board have something unread. */
export async function unreadByBoard(
  db: Knex,
  boardIds: readonly string[],
  personId: string,
  since: Date,
): Promise<ReadonlyMap<string, number>> {
  const rows: { boardId: string; count: number | string }[] = await withReading(db, personId)
    .whereIn('topic.boardId', [...boardIds])
    .where('topic.activeAt', '>', since)
    .whereRaw('topic.last_number > coalesce(reading.read_number, 0)')
    .groupBy('topic.boardId')
    .select('topic.boardId')
    .count('* as count');
  return new Map(rows.map(({ boardId, count }) => [boardId, Number(count)]));
}

export const insertTopic = (
  trx: Knex.Transaction,
  topic: Pick<TopicRow, 'id' | 'boardId' | 'title' | 'authorId' | 'madeAt' | 'activeAt'>,
): Promise<unknown> =>
  trx('forum_topic').insert({
    ...topic,
    isPinned: false,
    isClosed: false,
    revision: 1,
    lastNumber: 0,
    lastSequence: 0,
  });

export const changeTopic = (
  trx: Knex.Transaction,
  id: string,
  change: Partial<Pick<TopicRow, 'title' | 'isPinned' | 'isClosed' | 'boardId'>>,
): Promise<unknown> =>
  trx('forum_topic')
    .where({ id })
    .update({ ...change, revision: trx.raw('revision + 1') });

/** Takes the next sequence of a topic; nobody else changes it until the end of the transaction. */
export async function nextSequence(trx: Knex.Transaction, id: string): Promise<number> {
  const [row]: { lastSequence: number }[] = await trx('forum_topic')
    .where({ id })
    .update({ lastSequence: trx.raw('last_sequence + 1') })
    .returning('lastSequence');
  if (!row) throw new Error(`The topic ${id} went away meanwhile`);
  return row.lastSequence;
}

/** The same for a new post, with its number. */
export async function nextNumber(
  trx: Knex.Transaction,
  id: string,
  activeAt: Date,
): Promise<{ readonly number: number; readonly sequence: number }> {
  const [row]: { lastNumber: number; lastSequence: number }[] = await trx('forum_topic')
    .where({ id })
    .update({
      lastNumber: trx.raw('last_number + 1'),
      lastSequence: trx.raw('last_sequence + 1'),
      activeAt,
    })
    .returning(['lastNumber', 'lastSequence']);
  if (!row) throw new Error(`The topic ${id} went away meanwhile`);
  return { number: row.lastNumber, sequence: row.lastSequence };
}

/** Holds a topic until the end of the transaction, so that one thing happens in it after another. */
export const holdTopic = (trx: Knex.Transaction, id: string): Promise<TopicRow | undefined> =>
  trx('forum_topic as topic').where('topic.id', id).forUpdate().first<TopicRow | undefined>(columns);

export const readingOf = (db: Knex, topicId: string, personId: string): Promise<{ readNumber: number } | undefined> =>
  db('forum_reading').where({ topicId, personId }).first('readNumber');

/** Notes how far somebody has read; never back. */
export async function saveReading(
  trx: Knex.Transaction,
  reading: { readonly topicId: string; readonly personId: string; readonly readNumber: number; readonly readAt: Date },
): Promise<void> {
  await trx('forum_reading')
    .insert(reading)
    .onConflict(['personId', 'topicId'])
    .merge(['readNumber', 'readAt'])
    .whereRaw('forum_reading.read_number < excluded.read_number');
}

/** Who wants to hear of a topic by choice; false: by choice not. @param personId of one person alone. */
export async function subscriptionsOf(
  db: Knex,
  topicId: string,
  personId?: string,
): Promise<ReadonlyMap<string, boolean>> {
  const rows: { personId: string; isOn: boolean }[] = await db('forum_subscription')
    .where({ topicId, ...(personId ? { personId } : {}) })
    .select('personId', 'isOn');
  return new Map(rows.map(({ personId, isOn }) => [personId, isOn]));
}

export const saveSubscription = (
  trx: Knex.Transaction,
  subscription: { readonly topicId: string; readonly personId: string; readonly isOn: boolean },
  { overrules }: { readonly overrules: boolean },
): Promise<unknown> => {
  const row = trx('forum_subscription').insert(subscription).onConflict(['topicId', 'personId']);
  return overrules ? row.merge(['isOn']) : row.ignore();
};
