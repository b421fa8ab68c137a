import { z } from 'zod';
import { defineEvent } from '../events/event.ts';

const MailRefused = z.object({
  personId: z.uuid(),
  mailId: z.uuid(),
  /** SMTP reply or status code: `550`, `5.1.1`. */
  reason: z.string().max(40),
});

/** A server said for good, at once or in a report that came back, that mail does not reach this person's address. */
export const mailRefused = defineEvent({
  name: 'mail.refused',
  payload: MailRefused,
  sample: {
    personId: '01900000-0000-7000-8000-000000000001',
    mailId: '01900000-0000-7000-8000-000000000002',
    reason: '5.1.1',
  },
  streamOf: ({ personId }) => personId,
});
