import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { boardAs, type Reached, rightsOn, topicAs } from '../access/boardAs.ts';
import { boardIdsFor } from '../access/boardIds.ts';
import type { Apis } from '../apis.ts';
import { decideReply } from '../domain/posting.ts';
import { topicUnknown } from '../problems.ts';
import type {
  PollView,
  PostList,
  PostsQuery,
  TopicItem,
  TopicList,
  TopicPage,
  TopicView,
  UnreadList,
} from '../schemas/topics.ts';
import { boardsByIds } from '../store/boards.ts';
import { countVoters, pollOf, voteCounts, votesOf } from '../store/polls.ts';
import { changesSince, hasWritten, postsOf, writersOf } from '../store/posts.ts';
import { type ReadTopicRow, readingOf, subscriptionsOf, topicById, topicsOf, unreadTopics } from '../store/topics.ts';
import { boardBrief, boardBriefs } from './boardViews.ts';
import { idsOf, nearPeople } from './nearPeople.ts';
import { newSince } from './newSince.ts';
import { postViews } from './postViews.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'files'>;

/** Topics of a board, a page at a time. */
export async function listTopics(
  scope: ReadScope,
  parts: Parts,
  boardId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<TopicList> {
  const board = await boardAs(scope, parts.school, 'read', boardId);
  const last = after ? await topicById(scope.db, after) : undefined;
  if (after && last?.boardId !== board.id) throw new Problem(topicUnknown, { id: after });
  const found = await topicsOf(scope.db, board.id, scope.actor.personId, { after: last, limit: limit + 1 });
  const shown = found.slice(0, limit);
  return {
    items: await topicItems(scope, parts, shown),
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

async function topicItems(scope: ReadScope, { people }: Parts, topics: readonly ReadTopicRow[]): Promise<TopicItem[]> {
  const cards = await people.peopleByIds(scope.db, [...new Set(topics.flatMap(({ authorId }) => authorId ?? []))]);
  const names = new Map(cards.map(({ id, name }) => [id, name]));
  const since = newSince(scope.now);
  return topics.map((topic) => ({
    id: topic.id,
    title: topic.title,
    author: topic.authorId ? { id: topic.authorId, name: names.get(topic.authorId) ?? '' } : null,
    isPinned: topic.isPinned,
    isClosed: topic.isClosed,
    posts: topic.lastNumber,
    unread: topic.activeAt > since ? topic.lastNumber - topic.readNumber : 0,
    activeAt: topic.activeAt.toISOString(),
  }));
}

const unreadShown = 20;

/** What is new for the actor, over all boards. */
export async function listUnread(scope: ReadScope, parts: Parts): Promise<UnreadList> {
  const among = boardIdsFor(scope, parts.school, 'read');
  const found = await unreadTopics(scope.db, among, scope.actor.personId, {
    since: newSince(scope.now),
    limit: unreadShown + 1,
  });
  const shown = found.slice(0, unreadShown);
  const boards = await boardsByIds(scope.db, [...new Set(shown.map(({ boardId }) => boardId))]);
  const briefs = new Map((await boardBriefs(scope, parts, boards)).map((brief) => [brief.id, brief]));
  const items = await topicItems(scope, parts, shown);
  return {
    items: items.flatMap((item, at) => {
      const board = briefs.get(shown[at]?.boardId ?? '');
      return board ? [{ ...item, board }] : [];
    }),
    hasMore: found.length > unreadShown,
  };
}

/** A topic with some of its posts: from a number, from the first unread one, or the last ones. */
export async function showTopic(
  scope: ReadScope,
  parts: Parts,
  topicId: string,
  { from, limit }: PostsQuery,
): Promise<TopicPage> {
  const reached = await topicAs(scope, parts.school, 'read', topicId);
  const topic = await topicView(scope, parts, reached);
  const last = reached.topic.lastNumber;
  const end = Math.max(1, last - limit + 1);
  const start = from === 'end' ? end : from === 'unread' ? Math.min(end, topic.readNumber + 1) : from;
  const posts = await postsOf(scope.db, topicId, { from: Math.max(1, start), limit });
  return { topic, posts: await postViews(scope, parts, posts, topic.may) };
}

/** What was written or changed after a sequence: how a client that was away catches up. */
export async function listChanges(scope: ReadScope, parts: Parts, topicId: string, since: number): Promise<PostList> {
  const { topic, board } = await topicAs(scope, parts.school, 'read', topicId);
  const found = await changesSince(scope.db, topicId, since, changesAtOnce + 1);
  const shown = found.slice(0, changesAtOnce);
  const rights = await rightsOn(scope, parts.school, board.id);
  return {
    items: await postViews(scope, parts, shown, rights),
    lastSequence: topic.lastSequence,
    hasMore: found.length > changesAtOnce,
  };
}

const changesAtOnce = 50;

export async function topicView(scope: ReadScope, parts: Parts, { board, topic }: Reached): Promise<TopicView> {
  const { db, actor } = scope;
  const rights = await rightsOn(scope, parts.school, board.id);
  const { id, title, isPinned, isClosed, revision, lastNumber, lastSequence } = topic;
  return {
    ...{ id, title, isPinned, isClosed, revision, lastNumber, lastSequence },
    board: await boardBrief(scope, parts, board),
    readNumber: (await readingOf(db, id, actor.personId))?.readNumber ?? 0,
    isSubscribed: await isHearer(scope, parts, { board, topic }),
    poll: await pollView(scope, id),
    may: {
      reply: decideReply(topic, { mayReply: rights.reply, mayKeep: rights.keep }) === 'answer',
      keep: rights.keep,
    },
  };
}

/**
 * Who hears of answers: in threads about one student everybody whom they are for, elsewhere those who wrote there; each may
 * choose otherwise.
 */
export async function hearersOf(scope: ReadScope, parts: Parts, { board, topic }: Reached): Promise<readonly string[]> {
  const chosen = await subscriptionsOf(scope.db, topic.id);
  const isAboutOne = board.kind === 'progress' || board.kind === 'case';
  const usual = isAboutOne ? idsOf(await nearPeople(scope, parts, board)) : await writersOf(scope.db, topic.id);
  const wished = [...chosen].filter(([, isOn]) => isOn).map(([personId]) => personId);
  return [...new Set([...usual, ...wished])].filter((personId) => chosen.get(personId) !== false);
}

/** Whether the actor is one of them: without reading who else has written. */
async function isHearer(scope: ReadScope, parts: Parts, { board, topic }: Reached): Promise<boolean> {
  const { kind, personId } = scope.actor;
  if (kind !== 'person') return false;
  const chosen = (await subscriptionsOf(scope.db, topic.id, personId)).get(personId);
  if (chosen !== undefined) return chosen;
  const isAboutOne = board.kind === 'progress' || board.kind === 'case';
  if (isAboutOne) return idsOf(await nearPeople(scope, parts, board)).includes(personId);
  return hasWritten(scope.db, topic.id, personId);
}

async function pollView({ db, actor }: ReadScope, topicId: string): Promise<PollView | null> {
  const poll = await pollOf(db, topicId);
  if (!poll) return null;
  const counts = await voteCounts(db, topicId);
  const mine = await votesOf(db, topicId, actor.personId || '00000000-0000-0000-0000-000000000000');
  return {
    question: poll.question,
    isMultiple: poll.isMultiple,
    isClosed: poll.closedAt !== null,
    voters: await countVoters(db, topicId),
    options: poll.optionsJson.map((text, at) => ({ text, votes: counts.get(at) ?? 0, isMine: mine.includes(at) })),
  };
}
