import type { Knex } from 'knex';

export interface NoteRow {
  readonly id: string;
  readonly studentId: string;
  readonly weekOn: string;
  readonly remark: string;
  readonly revision: number;
  readonly postId: string | null;
}

const columns = ['id', 'studentId', 'weekOn', 'remark', 'revision', 'postId'];

export const notesOf = (db: Knex, studentIds: readonly string[], weekOn: string): Promise<NoteRow[]> =>
  db('forum_note')
    .whereIn('studentId', [...studentIds])
    .where({ weekOn })
    .select<NoteRow[]>(columns);

/** The note that stands in a post. */
export const noteOfPost = (db: Knex, postId: string): Promise<NoteRow | undefined> =>
  db('forum_note').where({ postId }).first<NoteRow | undefined>(columns);

/** Holds a note until the end of the transaction. */
export const holdNote = (trx: Knex.Transaction, studentId: string, weekOn: string): Promise<NoteRow | undefined> =>
  trx('forum_note').where({ studentId, weekOn }).forUpdate().first<NoteRow | undefined>(columns);

/** Makes the note of a week, unless somebody else has. */
export const insertNote = (
  trx: Knex.Transaction,
  note: Pick<NoteRow, 'id' | 'studentId' | 'weekOn'> & { readonly writtenById: string; readonly writtenAt: Date },
): Promise<unknown> =>
  trx('forum_note')
    .insert({ ...note, remark: '', revision: 0 })
    .onConflict(['studentId', 'weekOn'])
    .ignore();

export const changeNote = (
  trx: Knex.Transaction,
  id: string,
  change: Partial<Pick<NoteRow, 'remark' | 'postId'>> & { readonly writtenById: string; readonly writtenAt: Date },
): Promise<unknown> =>
  trx('forum_note')
    .where({ id })
    .update({ ...change, revision: trx.raw('revision + 1') });

/** The topic of a board in which notes stand already. */
export async function topicOfNotes(db: Knex, boardId: string): Promise<string | undefined> {
  const row: { id: string } | undefined = await db('forum_topic as topic')
    .join('forum_post as post', 'post.topicId', 'topic.id')
    .where({ 'topic.boardId': boardId, 'post.isNote': true })
    .orderBy('topic.madeAt')
    .first('topic.id');
  return row?.id;
}

export interface WaitingRow {
  readonly postId: string;
  readonly topicId: string;
  readonly number: number;
  readonly studentId: string;
  readonly personId: string;
  readonly postedAt: Date;
}

const waiting = (db: Knex): Knex.QueryBuilder =>
  db('forum_receipt as receipt')
    .join('forum_post as post', 'post.id', 'receipt.postId')
    .join('forum_topic as topic', 'topic.id', 'post.topicId')
    .join('forum_board as board', 'board.id', 'topic.boardId')
    .whereNull('receipt.confirmedAt')
    .whereNull('post.deletedAt')
    .whereNull('post.hiddenAt')
    .orderBy('post.postedAt', 'desc')
    .limit(20)
    .select({
      postId: 'post.id',
      topicId: 'topic.id',
      number: 'post.number',
      studentId: 'board.studentId',
      personId: 'receipt.personId',
      postedAt: 'post.postedAt',
    });

/** Notes that wait for somebody's confirmation, on boards that they still read. */
export const waitingFor = (db: Knex, personId: string, boardIds: Knex.QueryBuilder): Promise<WaitingRow[]> =>
  waiting(db).where('receipt.personId', personId).whereIn('board.id', boardIds);

/** Notes about these students that nobody has confirmed for some time. */
export const waitingAbout = (
  db: Knex,
  boardIds: Knex.QueryBuilder,
  { from, before }: { readonly from: Date; readonly before: Date },
): Promise<WaitingRow[]> =>
  waiting(db).whereIn('board.id', boardIds).where('post.postedAt', '>', from).where('post.postedAt', '<', before);
