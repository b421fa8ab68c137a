import type { MailReplyOwner } from '../../server/mail/api.ts';
import type { Apis } from './apis.ts';
import { writePost } from './commands/writePost.ts';

/** By which answers to mails about a topic find it; the key is its id. */
export const ofTopics = 'forum.topic';

/** An answer by mail is a post of its writer, with everything that a post is asked for. */
export const topicReplies = (apis: Apis): MailReplyOwner => ({
  id: ofTopics,
  receive: async (scope, { key, id, text, fileIds }) => {
    await writePost(scope, apis, key, { clientId: id, text, fileIds: [...fileIds] });
  },
});
