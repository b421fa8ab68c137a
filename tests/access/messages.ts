import { system } from '../../server/access/actor.ts';
import { searchApi } from '../../server/search/api.ts';
import type { TestApp } from '../harness/eachApp.ts';

interface Of {
  readonly mark: string;
  readonly studentId: string;
  readonly guardianId: string;
  readonly tutorId: string;
  readonly teacherId: string;
}

/** What the tutor has said to the guardian. */
export const privateWord = (mark: string): string => `A private talk of ${mark}`;

export interface Messages {
  /** Of the tutor with a guardian; the message is the tutor's. */
  readonly threadId: string;
  readonly messageId: string;
  /** The tutor's, to be sent later. */
  readonly scheduledId: string;
}

/** A conversation of the tutor with the guardian; ids without rows when the plugin is not installed. */
export async function makeMessages({ app }: TestApp, { mark, guardianId, tutorId }: Of): Promise<Messages> {
  const made = { threadId: app.newId(), messageId: app.newId(), scheduledId: app.newId() };
  if (!app.loaded.some(({ plugin }) => plugin.ref.plugin === 'messages')) return made;
  const now = app.clock();
  const { threadId, messageId, scheduledId } = made;
  const thread = { id: threadId, kind: 'people', sameKey: threadId, isSupervised: false, isGuarded: true };
  const message = { id: messageId, threadId, authorId: tutorId, clientId: messageId, seq: 1, changedSeq: 1 };
  await app.database.write(async (trx) => {
    await trx('messages_thread').insert({
      ...thread,
      createdById: tutorId,
      createdAt: now,
      lastSeq: 1,
      lastMessageAt: now,
    });
    const members = [guardianId, tutorId].map((personId) => ({ threadId, personId, joinedAt: now }));
    await trx('messages_member').insert(members);
    await trx('messages_message').insert({ ...message, text: privateWord(mark), sentAt: now });
    const later = { id: scheduledId, threadId, authorId: tutorId, clientId: scheduledId, text: privateWord(mark) };
    await trx('messages_scheduled').insert({ ...later, sendAt: new Date('2027-01-01T00:00:00Z'), createdAt: now });
  });
  const found = { owner: 'messages.message', key: messageId, place: threadId, text: privateWord(mark), authorId: null };
  await app.scopes.inWrite(system, (scope) => app.api(searchApi).put(scope, found));
  return made;
}
