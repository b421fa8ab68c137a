import type { Knex } from 'knex';
import { idList, insertMany } from '../../../server/db/many.ts';
import type { Going } from '../../../server/host/plugin.ts';
import type { BoardKind } from '../domain/boards.ts';

export interface BoardRow {
  readonly id: string;
  readonly kind: BoardKind;
  readonly name: string | null;
  readonly groupId: string | null;
  readonly subgroupId: string | null;
  readonly courseId: string | null;
  readonly studentId: string | null;
  readonly mayStudentRead: boolean;
}

const boardColumns = [
  'board.id',
  'board.kind',
  'board.name',
  'board.groupId',
  'board.subgroupId',
  'board.courseId',
  'board.studentId',
  'board.mayStudentRead',
];

/** A board, if it is among these. */
export const boardAmong = (db: Knex, id: string, among: Knex.QueryBuilder): Promise<BoardRow | undefined> =>
  db('forum_board as board').where('board.id', id).whereIn('board.id', among).first<BoardRow | undefined>(boardColumns);

export const boardsByIds = (db: Knex, ids: readonly string[]): Promise<BoardRow[]> =>
  db('forum_board as board')
    .whereIn('board.id', [...ids])
    .select<BoardRow[]>(boardColumns);

export interface BoardFilter {
  readonly groupId?: string | undefined;
  readonly studentId?: string | undefined;
  readonly kinds?: readonly BoardKind[] | undefined;
}

/** Boards of the whole school come first, then one group after another, each in this order; threads about students by their names. */
const order = `case board.kind when 'school' then 0 when 'council' then 1 when 'case' then 2 else 3 end, home.name, home.id,
  case board.kind when 'group' then 0 when 'guardians' then 1 when 'group-staff' then 2 when 'subject' then 3 else 4 end,
  board.name, student.sort_text, board.made_at, board.id`;

/** Boards in the order in which they are shown. */
export function boardsAmong(
  db: Knex,
  among: Knex.QueryBuilder,
  { groupId, studentId, kinds }: BoardFilter,
  page: { readonly offset: number; readonly limit: number },
): Promise<BoardRow[]> {
  const query = db('forum_board as board').whereIn('board.id', among);
  if (kinds) query.whereIn('board.kind', [...kinds]);
  if (studentId) query.where('board.studentId', studentId);
  if (groupId)
    query.where((near) =>
      near
        .where('board.groupId', groupId)
        .orWhereIn('board.subgroupId', db('school_subgroup').where({ groupId }).select('id'))
        .orWhereIn('board.courseId', db('school_course').where({ groupId, isActive: true }).select('id')),
    );
  return query
    .leftJoin('school_subgroup as part', 'part.id', 'board.subgroupId')
    .leftJoin('school_course as course', 'course.id', 'board.courseId')
    .joinRaw('left join school_group home on home.id = coalesce(board.group_id, part.group_id, course.group_id)')
    .leftJoin('people_person as student', 'student.id', 'board.studentId')
    .orderByRaw(order)
    .offset(page.offset)
    .limit(page.limit)
    .select<BoardRow[]>(boardColumns);
}

export interface NewBoardRow {
  readonly id: string;
  readonly kind: BoardKind;
  readonly name: string | null;
  readonly groupId: string | null;
  readonly subgroupId: string | null;
  readonly courseId: string | null;
  readonly studentId: string | null;
  readonly onlyOne: string | null;
  readonly madeById: string | null;
  readonly madeAt: Date;
}

export async function insertBoards(trx: Knex.Transaction, boards: readonly NewBoardRow[]): Promise<void> {
  if (boards.length === 0) return;
  await insertMany(
    trx,
    'forum_board',
    boards.map((board) => ({ ...board, mayStudentRead: false })),
    { on: ['onlyOne'], take: 'ignore' },
  );
}

/** Deletes the boards that were made by themselves for these, and in which nobody has written, been let in or changed anything. */
export const deleteUnusedBoards = (db: Knex, going: Going): Promise<number> =>
  db('forum_board')
    .where({ mayStudentRead: false })
    .whereNotNull('onlyOne')
    .where((any) => {
      any
        .whereIn('studentId', idList(db, going.studentIds))
        .orWhereIn('groupId', idList(db, going.groupIds))
        .orWhereIn('subgroupId', idList(db, going.subgroupIds))
        .orWhereIn('courseId', idList(db, going.courseIds));
    })
    .whereNotIn('id', db('forum_topic').select('boardId'))
    .whereNotIn('id', db('forum_guest').select('boardId'))
    .delete();

/** Those of the ids for which there is no board of this kind yet. */
export async function withoutBoard(
  db: Knex,
  kind: BoardKind,
  column: 'groupId' | 'subgroupId' | 'courseId' | 'studentId',
  ids: Knex.QueryBuilder,
): Promise<readonly string[]> {
  const rows: { id: string }[] = await db
    .from(ids.as('wanted'))
    .whereNotIn('wanted.id', db('forum_board').where({ kind }).whereNotNull(column).select(column))
    .select('wanted.id');
  return rows.map(({ id }) => id);
}

export const openToStudent = (trx: Knex.Transaction, id: string, mayStudentRead: boolean): Promise<number> =>
  trx('forum_board').where({ id }).update({ mayStudentRead });

export interface GuestRow {
  readonly boardId: string;
  readonly personId: string;
}

export const guestsOf = (db: Knex, boardIds: readonly string[]): Promise<GuestRow[]> =>
  db('forum_guest')
    .whereIn('boardId', [...boardIds])
    .orderBy('invitedAt')
    .select('boardId', 'personId');

export const addGuest = (
  trx: Knex.Transaction,
  guest: GuestRow & { readonly invitedById: string | null; readonly invitedAt: Date },
): Promise<unknown> => trx('forum_guest').insert(guest).onConflict(['boardId', 'personId']).ignore();

export const removeGuest = (trx: Knex.Transaction, guest: GuestRow): Promise<number> =>
  trx('forum_guest')
    .where({ ...guest })
    .del();

/** The progress thread of a student. */
export async function progressBoardOf(db: Knex, studentId: string): Promise<string | undefined> {
  const row: { id: string } | undefined = await db('forum_board').where({ kind: 'progress', studentId }).first('id');
  return row?.id;
}

/** The board of a kind that the school has once, or once for each group. */
export async function boardOf(
  db: Knex,
  kind: BoardKind,
  of: { readonly groupId?: string } = {},
): Promise<string | undefined> {
  const row: { id: string } | undefined = await db('forum_board')
    .where({ kind, ...of })
    .first('id');
  return row?.id;
}

/** For which of these acts a board is among those allowed: one question for all of them. */
export async function actsOn<A extends string>(
  db: Knex,
  id: string,
  acts: readonly { readonly act: A; readonly boardIds: Knex.QueryBuilder }[],
): Promise<ReadonlySet<A>> {
  const rows: { act: A }[] = await db.unionAll(
    acts.map(({ act, boardIds }) =>
      db('forum_board as asked')
        .where('asked.id', id)
        .whereIn('asked.id', boardIds)
        .select(db.raw('? as act', [act])),
    ),
  );
  return new Set(rows.map(({ act }) => act));
}
