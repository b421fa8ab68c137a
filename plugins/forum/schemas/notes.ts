import { z } from 'zod';
import { TextBlock } from '../../../server/markdown/schemas.ts';
import { PersonBrief } from './common.ts';

/** Any day of the week that is meant. */
const Monday = z.iso.date();

export const NotesQuery = z.strictObject({ weekOn: Monday.optional() });
export const NotesPath = z.strictObject({ groupId: z.uuid() });
export const NotePath = z.strictObject({ studentId: z.uuid(), weekOn: Monday });
export const NoteRemark = z.strictObject({ remark: z.string().max(5000), revision: z.int().min(0) });
export type NoteRemark = z.infer<typeof NoteRemark>;

export const NoteView = z.object({
  student: PersonBrief,
  weekOn: z.string(),
  remark: z.string(),
  /** 0: nothing has been written yet. */
  revision: z.int(),
  /** What would be posted, or was. */
  blocks: z.array(TextBlock),
  /** Of what is shown: posting says it again, so that nothing else is posted. */
  fingerprint: z.string(),
  posted: z.object({ topicId: z.uuid(), number: z.int() }).nullable(),
  /** Who will be asked to confirm, or was. */
  readers: z.array(z.object({ person: PersonBrief, confirmedAt: z.iso.datetime().nullable() })),
});
export type NoteView = z.infer<typeof NoteView>;

export const NoteList = z.object({
  weekOn: z.string(),
  untilOn: z.string(),
  group: z.object({ id: z.uuid(), name: z.string() }),
  items: z.array(NoteView),
});
export type NoteList = z.infer<typeof NoteList>;

export const NotesToPost = z.strictObject({
  weekOn: Monday,
  notes: z
    .array(z.strictObject({ studentId: z.uuid(), fingerprint: z.string().max(64) }))
    .min(1)
    .max(60),
});
export type NotesToPost = z.infer<typeof NotesToPost>;
export const NotesPosted = z.object({ posted: z.int() });

export const NotesToday = z.object({
  /** Notes that wait for the reader's confirmation. */
  toConfirm: z.array(
    z.object({
      postId: z.uuid(),
      topicId: z.uuid(),
      number: z.int(),
      student: PersonBrief,
      postedAt: z.iso.datetime(),
    }),
  ),
  /** Groups whose notes of the week are not all posted. */
  toPost: z.array(
    z.object({ group: z.object({ id: z.uuid(), name: z.string() }), weekOn: z.string(), left: z.int(), of: z.int() }),
  ),
  /** Notes of the reader's groups that somebody has not confirmed for three days. */
  unconfirmed: z.array(
    z.object({
      topicId: z.uuid(),
      number: z.int(),
      student: PersonBrief,
      reader: PersonBrief,
      postedAt: z.iso.datetime(),
    }),
  ),
});
export type NotesToday = z.infer<typeof NotesToday>;
