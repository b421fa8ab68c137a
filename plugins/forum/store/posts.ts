import type { Knex } from 'knex';

export interface PostRow {
  readonly id: string;
  readonly topicId: string;
  readonly number: number;
  readonly sequence: number;
  readonly authorId: string | null;
  readonly text: string;
  readonly postedAt: Date;
  readonly editedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly hiddenAt: Date | null;
  readonly hiddenWhy: string | null;
  readonly isNote: boolean;
}

const columns = [
  'id',
  'topicId',
  'number',
  'sequence',
  'authorId',
  'text',
  'postedAt',
  'editedAt',
  'deletedAt',
  'hiddenAt',
  'hiddenWhy',
  'isNote',
];

/** Posts of a topic from a number on, or the ones before it; in their order. */
export async function postsOf(
  db: Knex,
  topicId: string,
  page: { readonly from: number; readonly limit: number } | { readonly before: number; readonly limit: number },
): Promise<PostRow[]> {
  const query = db('forum_post').where({ topicId }).limit(page.limit);
  if ('from' in page) return query.where('number', '>=', page.from).orderBy('number').select<PostRow[]>(columns);
  const rows = await query.where('number', '<', page.before).orderBy('number', 'desc').select<PostRow[]>(columns);
  return rows.reverse();
}

/** What was written or changed in a topic after a sequence. */
export const changesSince = (db: Knex, topicId: string, since: number, limit: number): Promise<PostRow[]> =>
  db('forum_post')
    .where({ topicId })
    .where('sequence', '>', since)
    .orderBy('sequence')
    .limit(limit)
    .select<PostRow[]>(columns);

/** Whether any post between two numbers still stands there for everybody. */
export async function isShownFrom(db: Knex, topicId: string, from: number, until: number): Promise<boolean> {
  const shown: unknown = await db('forum_post')
    .where({ topicId, deletedAt: null, hiddenAt: null })
    .whereBetween('number', [from, until])
    .first('id');
  return shown !== undefined;
}

export const postById = (db: Knex, id: string): Promise<PostRow | undefined> =>
  db('forum_post').where({ id }).first<PostRow | undefined>(columns);

export const postsByIds = (db: Knex, ids: readonly string[]): Promise<PostRow[]> =>
  db('forum_post')
    .whereIn('id', [...ids])
    .select<PostRow[]>(columns);

export const postOfClient = (db: Knex, authorId: string, clientId: string): Promise<PostRow | undefined> =>
  db('forum_post').where({ authorId, clientId }).first<PostRow | undefined>(columns);

export const insertPost = (
  trx: Knex.Transaction,
  post: Pick<PostRow, 'id' | 'topicId' | 'number' | 'sequence' | 'authorId' | 'text' | 'postedAt' | 'isNote'> & {
    readonly clientId: string;
  },
): Promise<unknown> => trx('forum_post').insert(post);

export const changePost = (
  trx: Knex.Transaction,
  id: string,
  change: Partial<Pick<PostRow, 'text' | 'sequence' | 'editedAt' | 'deletedAt' | 'hiddenAt' | 'hiddenWhy'>>,
): Promise<unknown> =>
  trx('forum_post')
    .where({ id })
    .update({ ...change });

export const insertEdit = (
  trx: Knex.Transaction,
  edit: { readonly id: string; readonly postId: string; readonly text: string; readonly replacedAt: Date },
): Promise<unknown> => trx('forum_edit').insert(edit);

export const editsOf = (db: Knex, postId: string): Promise<{ text: string; replacedAt: Date }[]> =>
  db('forum_edit').where({ postId }).orderBy('replacedAt', 'desc').limit(50).select('text', 'replacedAt');

export const deleteEdits = (trx: Knex.Transaction, postId: string): Promise<number> =>
  trx('forum_edit').where({ postId }).del();

export const idsOfTopic = (db: Knex, topicId: string): Promise<string[]> =>
  db('forum_post').where({ topicId }).pluck('id');

/** Those who have written in a topic. */
export async function hasWritten(db: Knex, topicId: string, authorId: string): Promise<boolean> {
  return (await db('forum_post').where({ topicId, authorId }).first('id')) !== undefined;
}

export async function writersOf(db: Knex, topicId: string): Promise<readonly string[]> {
  const rows: { authorId: string | null }[] = await db('forum_post').where({ topicId }).distinct('authorId');
  return rows.flatMap(({ authorId }) => authorId ?? []);
}

export interface ReactionRow {
  readonly postId: string;
  readonly personId: string;
  readonly sign: 'thanks' | 'agree' | 'done' | 'question';
}

export const reactionsTo = (db: Knex, postIds: readonly string[]): Promise<ReactionRow[]> =>
  db('forum_reaction')
    .whereIn('postId', [...postIds])
    .select('postId', 'personId', 'sign');

export async function setReaction(trx: Knex.Transaction, reaction: ReactionRow, isOn: boolean): Promise<void> {
  if (isOn) await trx('forum_reaction').insert(reaction).onConflict(['postId', 'personId', 'sign']).ignore();
  else
    await trx('forum_reaction')
      .where({ ...reaction })
      .del();
}
