import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const MailRefused = z.object({ personId: z.uuid(), mailId: z.uuid() });

/** A server answered for good that it does not take mail for this person's address. */
export const mailRefused = defineEvent({
  name: 'mail.refused',
  payload: MailRefused,
  sample: { personId: '01900000-0000-7000-8000-000000000001', mailId: '01900000-0000-7000-8000-000000000002' },
  streamOf: ({ personId }) => personId,
});
