import type { MailReplyOwner } from '../../server/mail/api.ts';
import type { Apis } from './apis.ts';
import { type MessageTopics, sendMessage } from './commands/sendMessage.ts';
import { inMessages } from './domain/inMessages.ts';

/** By which answers to mails about a conversation find it; the key is its id. */
export const ofThreads = 'messages.thread';

/** An answer by mail is a message of its writer, or several when it is longer than one may be; its files come with the last. */
export const threadReplies = (apis: Apis, topics: MessageTopics): MailReplyOwner => ({
  id: ofThreads,
  receive: async (scope, { key, id, text, fileIds }) => {
    const texts = inMessages(text);
    for (const [nth, part] of texts.entries()) {
      const files = nth === texts.length - 1 ? { fileIds: [...fileIds] } : {};
      await sendMessage(apis, topics, scope, key, {
        clientId: nth === 0 ? id : scope.newId(),
        text: part,
        ...files,
      });
    }
  },
});
