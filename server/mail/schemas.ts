import { z } from 'zod';

/** What waits and what did not arrive. Nothing here says what a mail told. */
export const MailState = z.object({
  isOn: z.boolean(),
  waiting: z.int(),
  sent: z.int(),
  items: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      person: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      state: z.enum(['waiting', 'sent', 'dropped', 'refused', 'given-up']),
      /** SMTP reply code or the name of the failure. */
      failure: z.string().nullable(),
      attempts: z.int(),
      createdAt: z.iso.datetime(),
      /** When it is tried again. */
      dueAt: z.iso.datetime().nullable(),
    }),
  ),
});
export type MailState = z.infer<typeof MailState>;

export const InboundParams = z.strictObject({ secret: z.string().min(1).max(200) });

export const InboundOutcome = z.object({
  /** `taken`, `failed`, or why nothing came of it. */
  outcome: z.string(),
});
