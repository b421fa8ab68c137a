import { defineReaction, type Reaction } from '../../host/plugin.ts';
import { channelFailed } from '../../notify/api.ts';
import { markChannelWrong } from '../commands/markChannel.ts';
import type { ContactsParts } from '../parts.ts';

/** Mail that came back marks the address, where families and staff see it and mend it. */
export const mailFailed = (parts: ContactsParts): Reaction<unknown> =>
  defineReaction({
    id: 'contacts.mail-failed',
    to: channelFailed,
    run: async (scope, { payload: { personId, channel, reason } }) => {
      if (channel !== 'mail') return;
      const [contact] = await parts.people.contactsByIds(scope.db, [personId]);
      if (!contact?.email) return;
      const address = { kind: 'email', service: null, value: contact.email } as const;
      await markChannelWrong(scope, parts, [personId], { ...address, fault: 'bounced', note: reason });
    },
  });
