import { z } from 'zod';
import { waysToTalk } from './store/calls.ts';

const Note = z.string().trim().max(2000);
const Person = z.object({ id: z.uuid(), name: z.string() });

export const NewCall = z.strictObject({
  /** Made by the device; noting the same again is no second call. */
  clientId: z.uuid(),
  /** The guardian or the student; left out for somebody else. */
  withId: z.uuid().optional(),
  how: z.enum(waysToTalk),
  /** False for an attempt. */
  isContact: z.boolean(),
  agreed: Note.default(''),
  nextStep: Note.default(''),
  nextOn: z.iso.date().optional(),
  happenedAt: z.iso.datetime(),
});
export type NewCall = z.infer<typeof NewCall>;

export const CallView = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  with: Person.nullable(),
  notedBy: Person,
  how: z.enum(waysToTalk),
  isContact: z.boolean(),
  agreed: z.string(),
  nextStep: z.string(),
  nextOn: z.iso.date().nullable(),
  happenedAt: z.iso.datetime(),
});
export type CallView = z.infer<typeof CallView>;

export const ContactsQuery = z.strictObject({
  before: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type ContactsQuery = z.infer<typeof ContactsQuery>;

export const ContactHistory = z.object({
  items: z.array(CallView),
  next: z.string().nullable(),
  /** When somebody was last reached; attempts do not count. */
  lastContactAt: z.iso.datetime().nullable(),
  /** Whom one may have talked to. */
  family: z.array(Person),
  may: z.object({ note: z.boolean() }),
});
export type ContactHistory = z.infer<typeof ContactHistory>;
