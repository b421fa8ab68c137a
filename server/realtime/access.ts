import { defineTopic } from './topic.ts';

/*
 * Topics that nobody can join: every process hears them and asks again what the person's open sockets may
 * watch. A command touches them in the transaction that changes the rights.
 */

/** The key is the person whose roles, groups or children changed. */
export const accessChanged = defineTopic({ name: 'access.changed', mayWatch: async () => false });

/** The key is the session that was ended. */
export const sessionEnded = defineTopic({ name: 'access.session-ended', mayWatch: async () => false });
