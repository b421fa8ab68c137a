import { z } from 'zod';
import { noticeChoices } from './domain/noticeChoice.ts';

export const MailChoice = z.strictObject({ notices: z.enum(noticeChoices) });
export type MailChoice = z.infer<typeof MailChoice>;

export const MyMail = z.object({
  /** Whether this server sends mail at all. */
  isOn: z.boolean(),
  /** Where mail goes to; null when no address is known. */
  address: z.string().nullable(),
  notices: z.enum(noticeChoices),
});
export type MyMail = z.infer<typeof MyMail>;

export const StopToken = z.strictObject({ token: z.string().min(10).max(100) });

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
