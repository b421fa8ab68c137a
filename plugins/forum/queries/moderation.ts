import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { textBlocks } from '../../../server/markdown/textBlocks.ts';
import { boardAs, postAs } from '../access/boardAs.ts';
import { boardIdsFor } from '../access/boardIds.ts';
import type { Apis } from '../apis.ts';
import { closenessOf } from '../domain/mentions.ts';
import { postUnknown } from '../problems.ts';
import type { PersonBrief } from '../schemas/common.ts';
import type { ReportList, ReportView } from '../schemas/topics.ts';
import { boardsByIds } from '../store/boards.ts';
import { editsOf, postsByIds } from '../store/posts.ts';
import { openReports } from '../store/reports.ts';
import { topicsByIds } from '../store/topics.ts';
import { boardBriefs } from './boardViews.ts';
import { idsOf, nearPeople } from './nearPeople.ts';
import { postViews } from './postViews.ts';

type Parts = Pick<Apis, 'school' | 'people' | 'files'>;

const mostReports = 50;

/** Reported posts on boards that the actor keeps. */
export async function listReports(scope: ReadScope, parts: Parts): Promise<ReportList> {
  const reports = await openReports(scope.db, boardIdsFor(scope, parts.school, 'keep'), mostReports);
  const posts = await postsByIds(scope.db, [...new Set(reports.map(({ postId }) => postId))]);
  const topics = new Map(
    (
      await topicsByIds(
        scope.db,
        posts.map(({ topicId }) => topicId),
      )
    ).map((one) => [one.id, one]),
  );
  const boards = await boardsByIds(scope.db, [...new Set([...topics.values()].map(({ boardId }) => boardId))]);
  const briefs = new Map((await boardBriefs(scope, parts, boards)).map((one) => [one.id, one]));
  const views = await postViews(scope, parts, posts, { reply: true, keep: true });
  return {
    items: reports.flatMap((report): ReportView[] => {
      const post = views.find(({ id }) => id === report.postId);
      const topic = topics.get(posts.find(({ id }) => id === report.postId)?.topicId ?? '');
      const board = briefs.get(topic?.boardId ?? '');
      if (!post || !topic || !board) return [];
      const { id, reason, reportedAt } = report;
      return [
        { id, reason, reportedAt: reportedAt.toISOString(), topicId: topic.id, topicTitle: topic.title, board, post },
      ];
    }),
  };
}

/** What a post said before, newest first; not of one that was deleted or hidden. */
export async function listEdits(scope: ReadScope, { school }: Parts, id: string) {
  const { post } = await postAs(scope, school, 'read', id);
  if (post.deletedAt || post.hiddenAt) throw new Problem(postUnknown, { id });
  const edits = await editsOf(scope.db, id);
  return {
    items: edits.map(({ text, replacedAt }) => ({
      blocks: textBlocks(text, { linkify: true }),
      replacedAt: replacedAt.toISOString(),
    })),
  };
}

const mostSuggested = 8;

/** People near a board whose name has these letters, those whose name begins with them first. Nobody else is suggested. */
export async function peopleToMention(
  scope: ReadScope,
  parts: Parts,
  boardId: string,
  q: string,
): Promise<{ items: PersonBrief[] }> {
  const board = await boardAs(scope, parts.school, 'reply', boardId);
  const ids = idsOf(await nearPeople(scope, parts, board)).filter((id) => id !== scope.actor.personId);
  const cards = await parts.people.peopleByIds(scope.db, ids);
  const found = cards.flatMap((card) => {
    const closeness = card.isActive ? closenessOf(q, card) : undefined;
    return closeness === undefined ? [] : [{ id: card.id, name: card.name, closeness }];
  });
  const items = found
    .sort((a, b) => a.closeness - b.closeness || a.name.localeCompare(b.name, scope.actor.language))
    .slice(0, mostSuggested);
  return { items: items.map(({ id, name }) => ({ id, name })) };
}
