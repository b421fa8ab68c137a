import { z } from 'zod';
import { entryKinds, kinds, states } from './domain/request.ts';

const Id = z.uuid();
const Text = z.string().trim().min(1).max(4000);
const PersonName = z.object({ id: Id, name: z.string() });
const Origin = z.object({ title: z.string(), link: z.string() });

export const HelpPath = z.strictObject({ helpId: Id });

export const NewHelpRequest = z.strictObject({
  kind: z.enum(kinds),
  question: Text,
  /** The student it is about; a student asks about nobody else. */
  studentId: Id.optional(),
  /** The guide that was being read. */
  guide: z.enum(['student', 'guardian', 'teacher', 'tutor']).optional(),
});
export type NewHelpRequest = z.infer<typeof NewHelpRequest>;

export const HelpQuery = z.strictObject({
  /**
   * `asked`: by the reader; `mine`: which the reader answers; `late`: which others should have answered and the reader
   * manages; `all`: whatever the reader may see.
   */
  which: z.enum(['asked', 'mine', 'late', 'all']).default('all'),
  state: z.enum(['waiting', 'done', 'any']).default('any'),
  studentId: Id.optional(),
  /** Id of the last request of the page before. */
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type HelpQuery = z.infer<typeof HelpQuery>;

export const HelpBrief = z.object({
  id: Id,
  kind: z.enum(kinds),
  state: z.enum(states),
  /** The beginning of the question. */
  question: z.string(),
  asker: PersonName,
  about: PersonName.nullable(),
  owner: PersonName.nullable(),
  askedAt: z.iso.datetime(),
  dueOn: z.iso.date(),
  isOverdue: z.boolean(),
  /** Those who manage requests have been told that it is late. */
  isEscalated: z.boolean(),
});
export type HelpBrief = z.infer<typeof HelpBrief>;

export const HelpPage = z.object({
  items: z.array(HelpBrief),
  /** What to give as `after` for the next page; null at the end. */
  next: Id.nullable(),
});
export type HelpPage = z.infer<typeof HelpPage>;

const HelpEntry = z.object({
  id: Id,
  kind: z.enum(entryKinds),
  author: z.string().nullable(),
  text: z.string().nullable(),
  /** Who answers from then on, of an assignment. */
  owner: z.string().nullable(),
  writtenAt: z.iso.datetime(),
});
export type HelpEntry = z.infer<typeof HelpEntry>;

export const HelpView = HelpBrief.extend({
  origin: Origin.nullable(),
  entries: z.array(HelpEntry),
  revision: z.int(),
  may: z.object({
    answer: z.boolean(),
    add: z.boolean(),
    close: z.boolean(),
    reopen: z.boolean(),
    assign: z.boolean(),
  }),
});
export type HelpView = z.infer<typeof HelpView>;

export const HelpMessage = z.strictObject({ text: Text });
export type HelpMessage = z.infer<typeof HelpMessage>;

export const HelpState = z.strictObject({ state: z.enum(['closed', 'reopened']), text: Text.optional() });
export type HelpState = z.infer<typeof HelpState>;

export const HelpAssignment = z.strictObject({ ownerId: Id, dueOn: z.iso.date().optional() });
export type HelpAssignment = z.infer<typeof HelpAssignment>;

/** The reader may see nothing more of it once somebody else answers. */
export const HelpAssigned = z.object({ owner: PersonName, dueOn: z.iso.date(), revision: z.int() });
export type HelpAssigned = z.infer<typeof HelpAssigned>;

export const HelpOwnerQuery = z.strictObject({ studentId: Id.optional() });

/** To whom a question would go; null when nobody is there to answer. */
export const HelpOwner = z.object({
  owner: PersonName.nullable(),
  /** What may be asked. */
  kinds: z.array(z.enum(kinds)),
});
export type HelpOwner = z.infer<typeof HelpOwner>;

export const HelpOwners = z.object({ items: z.array(PersonName) });
export type HelpOwners = z.infer<typeof HelpOwners>;
