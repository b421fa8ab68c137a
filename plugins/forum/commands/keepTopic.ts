import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { boardAs, topicAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { ofPosts } from '../fileOwner.ts';
import { choiceUnknown, noPoll, pollClosed, widerAudience } from '../problems.ts';
import { idsOf, nearPeople } from '../queries/nearPeople.ts';
import { topicView } from '../queries/topicViews.ts';
import type { TopicChange, TopicView } from '../schemas/topics.ts';
import type { BoardRow } from '../store/boards.ts';
import { closePoll, holdPoll, replaceVotes } from '../store/polls.ts';
import { idsOfTopic } from '../store/posts.ts';
import { changeTopic, holdTopic, saveReading, saveSubscription } from '../store/topics.ts';
import { boardTopic, topicTopic } from '../topics.ts';

const viewNow = async (scope: WriteScope, apis: Apis, id: string): Promise<TopicView> =>
  topicView(scope, apis, await topicAs(scope, apis.school, 'read', id));

/** Renames, pins or closes a topic. */
export async function keepTopic(
  scope: WriteScope,
  apis: Apis,
  id: string,
  { change, ifMatch }: { readonly change: TopicChange; readonly ifMatch: number },
): Promise<TopicView> {
  const { board } = await topicAs(scope, apis.school, 'keep', id);
  const held = await holdTopic(scope.db, id);
  if (held?.revision !== ifMatch) throw new Problem(changedMeanwhile, { revision: held?.revision });
  const { title = held.title, isPinned = held.isPinned, isClosed = held.isClosed } = change;
  await changeTopic(scope.db, id, { title, isPinned, isClosed });
  await recordKeeping(scope, apis, 'forum.topic-kept', id, board, Object.keys(change));
  scope.touch(topicTopic(apis.school), id);
  scope.touch(boardTopic(apis.school), board.id);
  return viewNow(scope, apis, id);
}

const recordKeeping = (
  scope: WriteScope,
  { audit }: Apis,
  act: string,
  entityId: string,
  board: BoardRow,
  fields: readonly string[],
): Promise<void> =>
  audit.record(scope, {
    act,
    entity: 'forum.topic',
    entityId,
    ...(board.studentId ? { aboutPersonId: board.studentId } : {}),
    detail: { fields },
  });

/** Moves a topic to another board, where nobody may read it for whom it was not written. */
export async function moveTopic(scope: WriteScope, apis: Apis, id: string, boardId: string): Promise<TopicView> {
  const { board } = await topicAs(scope, apis.school, 'keep', id);
  const target = await boardAs(scope, apis.school, 'keep', boardId);
  await holdTopic(scope.db, id);
  if (target.id === board.id) return viewNow(scope, apis, id);
  if (!(await isWithin(scope, apis, target, board))) throw new Problem(widerAudience);
  await changeTopic(scope.db, id, { boardId: target.id });
  await apis.search.move(scope, ofPosts, await idsOfTopic(scope.db, id), target.id);
  await recordKeeping(scope, apis, 'forum.topic-moved', id, board, ['boardId']);
  scope.touch(topicTopic(apis.school), id);
  for (const one of [board, target]) scope.touch(boardTopic(apis.school), one.id);
  return viewNow(scope, apis, id);
}

/** Whether everybody near the one board is near the other too. Boards of the whole school are the widest. */
async function isWithin(scope: WriteScope, apis: Apis, inner: BoardRow, outer: BoardRow): Promise<boolean> {
  if (outer.kind === 'school') return true;
  if (inner.kind === 'school' || inner.kind === 'council' || outer.kind === 'council') return inner.kind === outer.kind;
  const around = new Set(idsOf(await nearPeople(scope, apis, outer)));
  return idsOf(await nearPeople(scope, apis, inner)).every((personId) => around.has(personId));
}

/** Notes how far the actor has read. */
export async function markRead(scope: WriteScope, apis: Apis, id: string, number: number): Promise<void> {
  const { topic } = await topicAs(scope, apis.school, 'read', id);
  const { personId } = scope.actor;
  const readNumber = Math.min(number, topic.lastNumber);
  await saveReading(scope.db, { topicId: id, personId, readNumber, readAt: scope.now });
}

export async function subscribe(scope: WriteScope, apis: Apis, id: string, isOn: boolean): Promise<void> {
  await topicAs(scope, apis.school, 'read', id);
  await saveSubscription(scope.db, { topicId: id, personId: scope.actor.personId, isOn }, { overrules: true });
}

/** Votes, or votes otherwise. */
export async function vote(scope: WriteScope, apis: Apis, id: string, options: readonly number[]): Promise<TopicView> {
  await topicAs(scope, apis.school, 'read', id);
  const poll = await holdPoll(scope.db, id);
  if (!poll) throw new Problem(noPoll);
  if (poll.closedAt) throw new Problem(pollClosed);
  const chosen = [...new Set(options)];
  const fits = chosen.every((option) => option < poll.optionsJson.length) && (poll.isMultiple || chosen.length <= 1);
  if (!fits) throw new Problem(choiceUnknown);
  await replaceVotes(scope.db, { topicId: id, personId: scope.actor.personId }, chosen);
  scope.touch(topicTopic(apis.school), id);
  return viewNow(scope, apis, id);
}

export async function endPoll(scope: WriteScope, apis: Apis, id: string): Promise<TopicView> {
  const { board } = await topicAs(scope, apis.school, 'keep', id);
  if (!(await holdPoll(scope.db, id))) throw new Problem(noPoll);
  await closePoll(scope.db, id, scope.now);
  await recordKeeping(scope, apis, 'forum.poll-ended', id, board, ['closedAt']);
  scope.touch(topicTopic(apis.school), id);
  return viewNow(scope, apis, id);
}
