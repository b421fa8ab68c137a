import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const ChannelFailed = z.object({ personId: z.uuid(), channel: z.enum(['mail', 'push']), reason: z.string().max(40) });

/** A way to reach somebody does not work any more: mail came back, or the last device is gone. */
export const channelFailed = defineEvent({
  name: 'notify.channel-failed',
  payload: ChannelFailed,
  sample: { personId: '01900000-0000-7000-8000-000000000001', channel: 'mail', reason: '5.1.1' },
  streamOf: ({ personId }) => personId,
});
