import { defineReaction } from '../../../server/host/plugin.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { postModerated, reportsDecided } from '../events.ts';
import { titleOf } from '../queries/titleOf.ts';
import { type PostRow, postById } from '../store/posts.ts';
import { reportersOf } from '../store/reports.ts';
import { topicById } from '../store/topics.ts';

async function placeOf({ db }: ReadScope, postId: string) {
  const post = await postById(db, postId);
  const topic = post && (await topicById(db, post.topicId));
  return post && topic ? { post, topic } : undefined;
}

const linkTo = ({ topicId, number }: PostRow) => `/forum/topics/${topicId}?from=${number}` as const;

/** The author hears that a post was hidden or is back; the reason stands there, for the author and those who keep order alone. */
export const tellOfModeration = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-of-moderation',
    to: postModerated,
    run: async (scope, { payload: { postId, isHidden }, id }) => {
      const place = await placeOf(scope, postId);
      // Hidden and back before anybody was told: the next event tells what holds.
      if (!place?.post.authorId || !apis.notify || Boolean(place.post.hiddenAt) !== isHidden) return;
      await apis.notify.tell(scope, {
        personIds: [place.post.authorId],
        kind: isHidden ? 'forum.post-hidden' : 'forum.post-restored',
        params: { title: await titleOf(scope, apis, place) },
        link: linkTo(place.post),
        dedupeKey: `forum.moderated:${id}`,
      });
    },
  });

/** Those who reported a post hear what was decided; not by whom, and nothing of each other. */
export const tellReporters = (apis: Apis) =>
  defineReaction({
    id: 'forum.tell-reporters',
    to: reportsDecided,
    run: async (scope, { payload: { postId, outcome }, id }) => {
      const place = await placeOf(scope, postId);
      if (!place || !apis.notify) return;
      await apis.notify.tell(scope, {
        personIds: await reportersOf(scope.db, postId),
        kind: `forum.report-${outcome}`,
        params: { title: await titleOf(scope, apis, place) },
        link: linkTo(place.post),
        dedupeKey: `forum.report-decided:${id}`,
      });
    },
  });
