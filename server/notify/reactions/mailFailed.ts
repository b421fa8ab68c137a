import { defineReaction, type Reaction } from '../../host/plugin.ts';
import { mailRefused } from '../../mail/api.ts';
import type { PeopleApi } from '../../people/api.ts';
import { addressHash } from '../addressHash.ts';
import { channelFailed } from '../events.ts';
import { noteTrouble } from '../store/troubles.ts';

/** Mail that does not arrive is remembered, and no more notices are sent to the address. */
export const mailFailed = (people: PeopleApi): Reaction<unknown> =>
  defineReaction({
    id: 'notify.mail-failed',
    to: mailRefused,
    run: async (scope, { payload: { personId, reason } }) => {
      const [contact] = await people.contactsByIds(scope.db, [personId]);
      if (!contact?.email) return;
      const isNew = await noteTrouble(scope.db, {
        id: scope.newId(),
        personId,
        channel: 'mail',
        reason,
        addressHash: addressHash(contact.email),
        lastAt: scope.now,
      });
      if (isNew) scope.emit(channelFailed, { personId, channel: 'mail', reason });
    },
  });
