import type { JobContext } from '../../jobs/job.ts';
import type { MailExtras } from '../kind.ts';
import { keepReplyAddress } from '../store/inbound.ts';
import { signedAddress } from './address.ts';
import type { InboundParts } from './prepare.ts';

type Reply = NonNullable<MailExtras['reply']>;

/** The addresses that mails carry, so that what comes back can be told apart; none where nothing comes in. */
export const inboundAddresses = (parts: InboundParts | undefined) => ({
  forReply: async (
    context: Pick<JobContext, 'write'>,
    personId: string,
    { owner, key }: Reply,
  ): Promise<string | undefined> => {
    if (!parts?.installation().mailReplies.some(({ id }) => id === owner)) return undefined;
    const id = await context.write((scope) =>
      keepReplyAddress(scope.db, { id: scope.newId(), personId, owner, thingKey: key }, scope.now),
    );
    return signedAddress(parts.secret, parts.address, { kind: 'reply', id });
  },
  forBounce: (mailId: string): string | undefined =>
    parts && signedAddress(parts.secret, parts.address, { kind: 'bounce', id: mailId }),
});
