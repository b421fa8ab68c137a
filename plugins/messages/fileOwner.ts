import { defineFileOwner } from '../../server/files/api.ts';
import { partIn } from './access/threadAs.ts';
import type { Apis } from './apis.ts';
import { messageById } from './store/messages.ts';
import { scheduledById } from './store/scheduled.ts';
import { threadById } from './store/threads.ts';

export const ofMessages = 'messages.message';

/** Whoever may read a conversation may read its files. */
export const messageFiles = (apis: Apis) =>
  defineFileOwner({
    id: ofMessages,
    mayRead: async (scope, key) => {
      const message = await messageById(scope.db, key);
      const thread = message && !message.deletedAt && (await threadById(scope.db, message.threadId));
      return thread ? (await partIn(apis, scope, thread)) !== undefined : false;
    },
  });

export const ofScheduled = 'messages.scheduled';

/** Until its time has come, a message and its files are its author's alone. */
export const scheduledFiles = defineFileOwner({
  id: ofScheduled,
  mayRead: async (scope, key) => (await scheduledById(scope.db, key))?.authorId === scope.actor.personId,
});
