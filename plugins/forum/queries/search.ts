import type { ReadScope } from '../../../server/host/scope.ts';
import { parseMarkdown } from '../../../server/markdown/parseMarkdown.ts';
import { toText } from '../../../server/markdown/toText.ts';
import { readIds } from '../../../server/people/api.ts';
import { excerptOf } from '../../../server/search/api.ts';
import { boardAs } from '../access/boardAs.ts';
import { boardIdsFor } from '../access/boardIds.ts';
import type { Apis } from '../apis.ts';
import { ofPosts } from '../fileOwner.ts';
import type { SearchHit, SearchPage, SearchQuery } from '../schemas/topics.ts';
import { boardsByIds } from '../store/boards.ts';
import { postsByIds } from '../store/posts.ts';
import { topicsByIds } from '../store/topics.ts';
import { boardBriefs } from './boardViews.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'search'>;

const pageSize = 20;

/** The words of a post, without the signs of Markdown. */
export const plainText = (text: string): string =>
  toText(parseMarkdown(text, { linkify: true }).filter(({ kind }) => kind !== 'rule'));

/** Posts with all words of a question, on boards that the actor reads, newest first. */
export async function searchPosts(scope: ReadScope, parts: Parts, query: SearchQuery): Promise<SearchPage> {
  const { q, boardId, before } = query;
  const places = boardId
    ? [(await boardAs(scope, parts.school, 'read', boardId)).id]
    : await readIds(boardIdsFor(scope, parts.school, 'read'));
  const hits = await parts.search.find(scope.db, {
    owner: ofPosts,
    places,
    words: q,
    limit: pageSize + 1,
    ...(before ? { before } : {}),
  });
  const shown = hits.slice(0, pageSize);
  return {
    items: await hitViews(
      scope,
      parts,
      shown.map(({ key }) => key),
      q,
    ),
    next: hits.length > pageSize ? (shown.at(-1)?.number ?? null) : null,
  };
}

async function hitViews(scope: ReadScope, parts: Parts, postIds: readonly string[], q: string): Promise<SearchHit[]> {
  const { db } = scope;
  const posts = byId(await postsByIds(db, postIds));
  const topics = byId(await topicsByIds(db, [...new Set([...posts.values()].map(({ topicId }) => topicId))]));
  const boards = await boardsByIds(db, [...new Set([...topics.values()].map(({ boardId }) => boardId))]);
  const briefs = byId(await boardBriefs(scope, parts, boards));
  const authors = [...new Set([...posts.values()].flatMap(({ authorId }) => authorId ?? []))];
  const names = byId(await parts.people.peopleByIds(db, authors));
  return postIds.flatMap((postId) => {
    const post = posts.get(postId);
    const topic = topics.get(post?.topicId ?? '');
    const board = briefs.get(topic?.boardId ?? '');
    if (!post || !topic || !board || post.hiddenAt || post.deletedAt) return [];
    return {
      postId,
      topicId: topic.id,
      number: post.number,
      title: topic.title,
      board,
      author: names.get(post.authorId ?? '')?.name ?? null,
      postedAt: post.postedAt.toISOString(),
      excerpt: excerptOf(plainText(post.text), q).map((one) => ({ ...one })),
    };
  });
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]));
