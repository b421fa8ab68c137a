import { defineReaction } from '../../../server/host/plugin.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { isStaffOnly } from '../domain/boards.ts';
import { mentionedIn } from '../domain/mentions.ts';
import { postReported, postWritten } from '../events.ts';
import { ofTopics } from '../mailReplies.ts';
import { boardBrief } from '../queries/boardViews.ts';
import { idsOf, nearPeople } from '../queries/nearPeople.ts';
import { titleOf } from '../queries/titleOf.ts';
import { hearersOf } from '../queries/topicViews.ts';
import { type BoardRow, boardsByIds } from '../store/boards.ts';
import { type PostRow, postById } from '../store/posts.ts';
import { reportById } from '../store/reports.ts';
import { type TopicRow, topicById } from '../store/topics.ts';

interface Written {
  readonly post: PostRow;
  readonly topic: TopicRow;
  readonly board: BoardRow;
}

async function writtenAs({ db }: ReadScope, postId: string): Promise<Written | undefined> {
  const post = await postById(db, postId);
  const topic = post && (await topicById(db, post.topicId));
  const [board] = topic ? await boardsByIds(db, [topic.boardId]) : [];
  return post && topic && board ? { post, topic, board } : undefined;
}

/** Tells of a new post those who are mentioned in it and those who want to hear of the topic. */
export const tellOfPost = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-of-post',
    to: postWritten,
    run: async (scope, { payload: { postId } }) => {
      const written = await writtenAs(scope, postId);
      if (!written || !apis.notify || written.post.deletedAt || written.post.hiddenAt) return;
      const { post, topic, board } = written;
      // A thread of notes has no title of its own: the text names it, in the reader's language.
      const about = topic.title ? '' : 'progress-';
      const near = new Set(idsOf(await nearPeople(scope, apis, board)));
      const mentioned = mentionedIn(post.text).filter((id) => near.has(id) && id !== post.authorId);
      const notice = {
        ...(board.studentId && !isStaffOnly(board.kind) ? { aboutPersonId: board.studentId } : {}),
        link: `/forum/topics/${topic.id}?from=${post.number}` as const,
        params: { title: topic.title, place: await placeOf(scope, apis, board) },
        reply: { owner: ofTopics, key: topic.id },
      };
      await apis.notify.tell(scope, {
        ...notice,
        personIds: mentioned,
        kind: `forum.${about}mentioned`,
        dedupeKey: `forum.mentioned:${post.id}`,
      });
      // A note is told of apart, with what is asked of the reader.
      if (post.isNote) return;
      const hearers =
        post.number === 1 ? await hearersOfTopic(scope, apis, written) : await hearersOf(scope, apis, written);
      await apis.notify.tell(scope, {
        ...notice,
        personIds: hearers.filter((id) => id !== post.authorId && !mentioned.includes(id)),
        kind: post.number === 1 ? 'forum.topic-opened' : `forum.${about}answered`,
        // Many answers are one notice until the day is over: whoever reads them reads all.
        dedupeKey:
          post.number === 1
            ? `forum.topic-opened:${topic.id}`
            : `forum.answered:${topic.id}:${post.postedAt.toISOString().slice(0, 10)}`,
      });
    },
  });

/** The group behind the title: parents of two groups get the same news twice, each once for each of them. */
async function placeOf(scope: ReadScope, apis: Apis, board: BoardRow): Promise<string> {
  const { group } = await boardBrief(scope, apis, board);
  return group && !board.studentId ? ` (${group.name})` : '';
}

/** A new topic of the staff is told to everybody near the board; one that a child or guardian begins, to the staff near it. */
async function hearersOfTopic(scope: ReadScope, apis: Apis, { post, board }: Written): Promise<readonly string[]> {
  const near = await nearPeople(scope, apis, board);
  const staff = [...near.tutors, ...near.teachers, ...near.guests];
  const isByStaff =
    post.authorId !== null &&
    ((await apis.school.staffRolesAmong(scope, [post.authorId])).get(post.authorId)?.length ?? 0) > 0;
  return isByStaff ? idsOf(near) : staff;
}

/** Tells the tutors and teachers near a board of a reported post; nothing of what it says. */
export const tellOfReport = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-of-report',
    to: postReported,
    run: async (scope, { payload: { reportId } }) => {
      const report = await reportById(scope.db, reportId);
      const written = report && (await writtenAs(scope, report.postId));
      if (!report || !written || !apis.notify) return;
      const near = await nearPeople(scope, apis, written.board);
      const keepers =
        near.tutors.length > 0 ? near.tutors : await apis.people.personIdsWithRole(scope.db, 'lead-tutor');
      await apis.notify.tell(scope, {
        personIds: keepers.filter((id) => id !== report.reporterId),
        kind: 'forum.reported',
        params: { title: await titleOf(scope, apis, written) },
        link: '/forum/reports',
        dedupeKey: `forum.reported:${report.id}`,
      });
    },
  });
