import { z } from 'zod';
import { defineLateMail, type MailKind } from '../../../server/mail/api.ts';
import type { Apis } from '../apis.ts';
import { noteToRead } from '../queries/noteToRead.ts';

const NoteMail = z.strictObject({ postId: z.uuid(), linkId: z.uuid() });
export type NoteMail = z.infer<typeof NoteMail>;

/** By which a guardian's notice of a note is known. */
export const noteKey = (postId: string): string => `forum.note:${postId}`;

/** The note of a week as it was posted, with a button that confirms without signing in. Rights and wishes are asked anew when it leaves. */
export const noteMail = (apis: Apis): MailKind<NoteMail> =>
  defineLateMail({
    id: 'forum.note',
    data: NoteMail,
    sample: {
      postId: '01900000-0000-7000-8000-000000000001',
      linkId: '01900000-0000-7000-8000-000000000002',
    },
    sampleValues: {
      student: 'Ана Руис',
      days: '2026-09-07/2026-09-13',
      note: { markdown: 'Una semana **tranquila**.\n\n### Semana\n\n- 12 clases' },
      confirm: '/link/0?choose=read',
      thread: '/forum/topics/0?from=1',
    },
    valuesOf: async (scope, recipient, { postId, linkId }) => {
      const note = await noteToRead(scope, apis, postId, recipient.personId);
      const path = await apis.links.pathOf(scope.db, linkId, scope.now);
      if (!note || !path || !(await apis.notify?.aroundApart(scope, recipient, noteKey(postId)))) return undefined;
      const { post, student, days } = note;
      return {
        ...{ student, days },
        note: { markdown: post.text },
        confirm: `${path}?choose=read`,
        thread: `/forum/topics/${post.topicId}?from=${post.number}`,
      };
    },
    extrasOf: async (scope, recipient, { postId }) =>
      (await apis.notify?.aroundApart(scope, recipient, noteKey(postId))) ?? {},
  });
