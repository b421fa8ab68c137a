import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import { type BoardAct, boardActs } from '../domain/boards.ts';
import { boardRefused, boardUnknown, postUnknown, topicUnknown } from '../problems.ts';
import { actsOn, type BoardRow, boardAmong } from '../store/boards.ts';
import { type PostRow, postById } from '../store/posts.ts';
import { type TopicRow, topicById } from '../store/topics.ts';
import { boardIdsFor } from './boardIds.ts';

export type Rights = Readonly<Record<BoardAct, boolean>>;

type School = Apis['school'];

/** A board on which the actor may do this: unknown or unseen 404, seen but not allowed 403. */
export async function boardAs(scope: ReadScope, school: School, act: BoardAct, id: string): Promise<BoardRow> {
  const board = await boardAmong(scope.db, id, boardIdsFor(scope, school, 'read'));
  if (!board) throw new Problem(boardUnknown, { id });
  if (act !== 'read' && !(await mayOn(scope, school, act, id)))
    throw new Problem(boardRefused, { id, reason: 'role-does-not-reach' });
  return board;
}

export const mayOn = async (scope: ReadScope, school: School, act: BoardAct, id: string): Promise<boolean> =>
  (await boardAmong(scope.db, id, boardIdsFor(scope, school, act))) !== undefined;

/** Everything that the actor may do on a board. */
export async function rightsOn(scope: ReadScope, school: School, id: string): Promise<Rights> {
  const allowed = await actsOn(
    scope.db,
    id,
    boardActs.map((act) => ({ act, boardIds: boardIdsFor(scope, school, act) })),
  );
  return {
    read: allowed.has('read'),
    reply: allowed.has('reply'),
    open: allowed.has('open'),
    keep: allowed.has('keep'),
  };
}

export interface Reached {
  readonly board: BoardRow;
  readonly topic: TopicRow;
}

export async function topicAs(scope: ReadScope, school: School, act: BoardAct, id: string): Promise<Reached> {
  const topic = await topicById(scope.db, id);
  const board = topic && (await boardAmong(scope.db, topic.boardId, boardIdsFor(scope, school, 'read')));
  if (!topic || !board) throw new Problem(topicUnknown, { id });
  if (act !== 'read') await boardAs(scope, school, act, board.id);
  return { board, topic };
}

export async function postAs(
  scope: ReadScope,
  school: School,
  act: BoardAct,
  id: string,
): Promise<Reached & { readonly post: PostRow }> {
  const post = await postById(scope.db, id);
  const topic = post && (await topicById(scope.db, post.topicId));
  const board = topic && (await boardAmong(scope.db, topic.boardId, boardIdsFor(scope, school, 'read')));
  if (!post || !topic || !board) throw new Problem(postUnknown, { id });
  if (act !== 'read') await boardAs(scope, school, act, board.id);
  return { board, topic, post };
}
