import { z } from 'zod';
import { FileView } from '../../server/files/api.ts';
import { longestText } from './domain/longestText.ts';
import { waysToTalk } from './store/calls.ts';

export const mostPeople = 30;

const Text = z.string().trim().min(1).max(longestText);
const Person = z.object({ id: z.uuid(), name: z.string() });
const Seq = z.int().min(0).max(2_000_000_000);

export const ThreadPath = z.strictObject({ threadId: z.uuid() });
export const MessagePath = z.strictObject({ messageId: z.uuid() });
export const StudentPath = z.strictObject({ studentId: z.uuid() });

export const NewConversation = z.strictObject({
  personIds: z
    .array(z.uuid())
    .min(1)
    .max(mostPeople - 1),
});
export type NewConversation = z.infer<typeof NewConversation>;

export const NewMessage = z.strictObject({
  /** Made by the device; sending the same again is no second message. */
  clientId: z.uuid(),
  text: Text,
  replyToId: z.uuid().optional(),
  /** Uploaded before. */
  fileIds: z.array(z.uuid()).max(10).optional(),
  /** It cannot wait for the end of quiet hours; the reason is shown to everybody and written down. */
  urgent: z.strictObject({ reason: z.string().trim().min(3).max(300) }).optional(),
});
export type NewMessage = z.infer<typeof NewMessage>;

export const ChangedText = z.strictObject({ text: Text });
export type ChangedText = z.infer<typeof ChangedText>;

export const MessageView = z.object({
  id: z.uuid(),
  clientId: z.uuid(),
  seq: Seq,
  changedSeq: Seq,
  author: Person,
  /** Empty when it was deleted. */
  text: z.string(),
  replyToId: z.uuid().nullable(),
  files: z.array(FileView),
  sentAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  urgentReason: z.string().nullable(),
});
export type MessageView = z.infer<typeof MessageView>;

export const MarkView = z.object({ personId: z.uuid(), readSeq: Seq, deliveredSeq: Seq });
export type MarkView = z.infer<typeof MarkView>;

export const ThreadBrief = z.object({
  id: z.uuid(),
  kind: z.enum(['people', 'family', 'staff']),
  /** The student of a family, of a circle of staff, or of a conversation that is supervised. */
  about: Person.nullable(),
  /** Who takes part, of conversations between people. */
  people: z.array(Person),
  isSupervised: z.boolean(),
  headSeq: Seq,
  unread: z.int(),
  last: MessageView.nullable(),
  /** Since when somebody of a family has had no answer of the staff. */
  askedAt: z.iso.datetime().nullable(),
});
export type ThreadBrief = z.infer<typeof ThreadBrief>;

export const ThreadList = z.object({ items: z.array(ThreadBrief), next: z.string().nullable() });
export type ThreadList = z.infer<typeof ThreadList>;
export const ThreadsQuery = z.strictObject({
  /** Whose conversations: own ones, those that one looks over, or own ones in which a family waits for an answer. */
  which: z.enum(['own', 'supervised', 'unanswered']).default('own'),
  after: z.iso.datetime().optional(),
  limit: z.coerce.number().int().min(1).max(50).default(30),
});
export type ThreadsQuery = z.infer<typeof ThreadsQuery>;

export const ThreadView = ThreadBrief.omit({ last: true }).extend({
  /** Who else can read it: for the safety of students. */
  supervisors: z.array(Person),
  /** `reader`: looks it over and does not write. */
  part: z.enum(['writer', 'reader']),
  marks: z.array(MarkView),
  /** Those in whose quiet hours this moment lies: they hear of a message when these end, by their own clocks. */
  quiet: z.array(Person.extend({ until: z.iso.datetime(), zone: z.string() })),
  may: z.object({ write: z.boolean(), urge: z.boolean() }),
});
export type ThreadView = z.infer<typeof ThreadView>;

export const Settled = z.object({ threadId: z.uuid() });
export type Settled = z.infer<typeof Settled>;

export const ChangesQuery = z.strictObject({
  since: z.coerce.number().int().min(0).max(2_000_000_000),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;
export const ChangePage = z.object({
  items: z.array(MessageView),
  /** Up to which number this page tells everything. */
  upTo: Seq,
  headSeq: Seq,
});
export type ChangePage = z.infer<typeof ChangePage>;

export const EarlierQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});
export type EarlierQuery = z.infer<typeof EarlierQuery>;
export const EarlierPage = z.object({ items: z.array(MessageView), headSeq: Seq, isFirst: z.boolean() });
export type EarlierPage = z.infer<typeof EarlierPage>;

export const NewMark = z.strictObject({ readSeq: Seq, deliveredSeq: Seq });
export type NewMark = z.infer<typeof NewMark>;

export const RecipientsQuery = z.strictObject({ q: z.string().trim().max(100).default('') });
export type RecipientsQuery = z.infer<typeof RecipientsQuery>;
export const RecipientList = z.object({
  items: z.array(
    Person.extend({
      kind: z.enum(['student', 'staff', 'family']),
      /** Whose family it is, as far as the reader sees these students. */
      of: z.array(z.string()),
    }),
  ),
  /** Students to whose whole family, with the tutor, the reader may write at once. */
  families: z.array(Person),
  /** False when there are more: a longer part of the name finds them. */
  isAll: z.boolean(),
});
export type RecipientList = z.infer<typeof RecipientList>;

/** Whom one may have talked to about each student. */
export const ReachableList = z.object({
  items: z.array(
    Person.extend({
      family: z.array(Person),
      /** When somebody was last reached; attempts do not count. */
      lastContactAt: z.iso.datetime().nullable(),
    }),
  ),
  /** False when there are more: a longer part of the name finds them. */
  isAll: z.boolean(),
});
export type ReachableList = z.infer<typeof ReachableList>;

export const SearchQuery = z.strictObject({
  q: z.string().trim().min(2).max(200),
  before: z.coerce.number().int().min(1).optional(),
});
export type SearchQuery = z.infer<typeof SearchQuery>;
export const FoundPage = z.object({
  items: z.array(z.object({ message: MessageView, thread: ThreadBrief })),
  next: z.int().nullable(),
});
export type FoundPage = z.infer<typeof FoundPage>;

export const ScheduledPath = z.strictObject({ scheduledId: z.uuid() });
export const NewScheduled = NewMessage.omit({ urgent: true }).extend({ sendAt: z.iso.datetime() });
export type NewScheduled = z.infer<typeof NewScheduled>;
export const ScheduledView = z.object({
  id: z.uuid(),
  text: z.string(),
  files: z.array(FileView),
  sendAt: z.iso.datetime(),
  /** Its author may no longer write there. */
  isRefused: z.boolean(),
});
export type ScheduledView = z.infer<typeof ScheduledView>;
export const ScheduledList = z.object({ items: z.array(ScheduledView) });
export type ScheduledList = z.infer<typeof ScheduledList>;

const Note = z.string().trim().max(2000);

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
