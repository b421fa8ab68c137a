import { defineReaction } from '../../../server/host/plugin.ts';
import type { WriteScope } from '../../../server/host/scope.ts';
import type { LinkKind } from '../../../server/links/api.ts';
import type { MailKind } from '../../../server/mail/api.ts';
import type { Apis } from '../apis.ts';
import { notePosted } from '../events.ts';
import { type NoteMail, noteKey } from '../mail/noteMail.ts';
import { ofTopics } from '../mailReplies.ts';
import { postById } from '../store/posts.ts';
import { receiptsOf } from '../store/receipts.ts';

/** How guardians are asked by mail whether they have read a note. */
export interface NoteAsked {
  readonly link: LinkKind;
  readonly mail: MailKind<NoteMail>;
}

/** Tells each guardian of a new note, and that they are asked to confirm it; by mail with a button that needs no sign-in. */
export const tellOfNote = (apis: Apis, asked: NoteAsked) =>
  defineReaction({
    id: 'forum.tell-of-note',
    to: notePosted,
    run: async (scope, { payload: { postId, studentId } }) => {
      const post = await postById(scope.db, postId);
      if (!post || !apis.notify || post.deletedAt || post.hiddenAt) return;
      const waiting = (await receiptsOf(scope.db, [postId])).filter(({ confirmedAt }) => confirmedAt === null);
      const personIds = waiting.map(({ personId }) => personId);
      await apis.notify.tell(scope, {
        personIds,
        kind: 'forum.note',
        aboutPersonId: studentId,
        params: {},
        link: `/forum/topics/${post.topicId}?from=${post.number}`,
        isMailedApart: true,
        dedupeKey: noteKey(postId),
        reply: { owner: ofTopics, key: post.topicId },
      });
      await mailNote(scope, apis, asked, postId, personIds);
    },
  });

const answeredWithinMs = 30 * 86_400_000;

async function mailNote(
  scope: WriteScope,
  { notify, mail, links }: Apis,
  asked: NoteAsked,
  postId: string,
  personIds: readonly string[],
): Promise<void> {
  if (!notify || !mail.isOn) return;
  const dedupeKey = noteKey(postId);
  const expiresAt = new Date(scope.now.getTime() + answeredWithinMs);
  for (const personId of await notify.mailedAmong(scope, 'forum.note', personIds)) {
    const linkId = await links.make(scope, asked.link, { personId, subject: postId, expiresAt });
    const letter = { to: { personId }, data: { postId, linkId }, dedupeKey: `${dedupeKey}:${personId}` };
    const [mailId = ''] = await mail.send(scope, asked.mail, [letter]);
    await notify.mailedApart(scope, { personId, dedupeKey, mailId });
  }
}
