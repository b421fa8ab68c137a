import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { boardAs, mayOn, topicAs } from '../access/boardAs.ts';
import type { Apis } from '../apis.ts';
import { decideReply } from '../domain/posting.ts';
import { postWritten } from '../events.ts';
import { ofPosts } from '../fileOwner.ts';
import { boardRefused, topicClosed } from '../problems.ts';
import { postViews } from '../queries/postViews.ts';
import { plainText } from '../queries/search.ts';
import { topicView } from '../queries/topicViews.ts';
import type { NewPost, NewTopic, PostView, TopicPage } from '../schemas/topics.ts';
import { insertPoll } from '../store/polls.ts';
import { insertPost, type PostRow, postOfClient } from '../store/posts.ts';
import { holdTopic, insertTopic, nextNumber, saveReading, type TopicRow, topicById } from '../store/topics.ts';
import { boardTopic, topicTopic } from '../topics.ts';

/** Begins a topic with its first post. The same client id sent again answers what is there. */
export async function openTopic(scope: WriteScope, apis: Apis, boardId: string, asked: NewTopic): Promise<TopicPage> {
  const board = await boardAs(scope, apis.school, 'open', boardId);
  const sent = await postOfClient(scope.db, scope.actor.personId, asked.clientId);
  const known = sent && (await topicById(scope.db, sent.topicId));
  if (sent && known) return pageOf(scope, apis, known, sent);
  const topic = { id: scope.newId(), boardId, title: asked.title, authorId: scope.actor.personId };
  await insertTopic(scope.db, { ...topic, madeAt: scope.now, activeAt: scope.now });
  if (asked.poll) await insertPoll(scope.db, { topicId: topic.id, ...asked.poll });
  const post = await addPost(scope, apis, { topicId: topic.id, boardId: board.id, ...asked });
  const made = await topicById(scope.db, topic.id);
  if (!made) throw new Error('A topic went away in its own transaction');
  return pageOf(scope, apis, made, post);
}

async function pageOf(scope: WriteScope, apis: Apis, topic: TopicRow, post: PostRow): Promise<TopicPage> {
  const reached = await topicAs(scope, apis.school, 'read', topic.id);
  const view = await topicView(scope, apis, reached);
  return { topic: view, posts: await postViews(scope, apis, [post], view.may) };
}

/** Answers in a topic. */
export async function writePost(scope: WriteScope, apis: Apis, topicId: string, asked: NewPost): Promise<PostView> {
  const { board } = await topicAs(scope, apis.school, 'reply', topicId);
  const topic = await holdTopic(scope.db, topicId);
  if (!topic) throw new Error('A topic went away while it was held');
  const mayKeep = await mayOn(scope, apis.school, 'keep', board.id);
  const sent = await postOfClient(scope.db, scope.actor.personId, asked.clientId);
  if (sent?.topicId === topicId) return viewOf(scope, apis, sent, mayKeep);
  const decision = decideReply(topic, { mayReply: true, mayKeep });
  if (decision === 'closed') throw new Problem(topicClosed);
  if (decision === 'refused') throw new Problem(boardRefused, { id: board.id, reason: 'role-does-not-reach' });
  return viewOf(scope, apis, await addPost(scope, apis, { topicId, boardId: board.id, ...asked }), mayKeep);
}

async function viewOf(scope: WriteScope, apis: Apis, post: PostRow, keep: boolean): Promise<PostView> {
  const [view] = await postViews(scope, apis, [post], { reply: true, keep });
  if (!view) throw new Error('A post has no view');
  return view;
}

export interface PostToAdd {
  readonly topicId: string;
  readonly boardId: string;
  readonly clientId: string;
  readonly text: string;
  readonly fileIds: readonly string[];
  /** Found with the first post of a topic. */
  readonly title?: string;
  readonly isNote?: boolean;
}

/** Writes a post at the end of a topic. The caller has reached the topic and holds it, or has just made it. */
export async function addPost(scope: WriteScope, apis: Apis, asked: PostToAdd): Promise<PostRow> {
  const { db, now, actor } = scope;
  const { topicId, boardId, text, clientId, isNote = false } = asked;
  const { number, sequence } = await nextNumber(db, topicId, now);
  const authorId = actor.personId;
  const post = { id: scope.newId(), topicId, number, sequence, authorId, text, postedAt: now, isNote };
  await insertPost(db, { ...post, clientId });
  await apis.files.attach(scope, { owner: ofPosts, key: post.id }, asked.fileIds);
  await apis.search.put(scope, {
    owner: ofPosts,
    key: post.id,
    place: boardId,
    text: `${asked.title ?? ''}\n${plainText(text)}`,
    authorId,
  });
  await saveReading(db, { topicId, personId: authorId, readNumber: number, readAt: now });
  scope.touch(topicTopic(apis.school), topicId);
  scope.touch(boardTopic(apis.school), boardId);
  scope.emit(postWritten, { postId: post.id, topicId });
  return { ...post, editedAt: null, deletedAt: null, hiddenAt: null, hiddenWhy: null };
}
