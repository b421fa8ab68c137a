import { z } from 'zod';
import { TextBlock } from '../../../server/markdown/schemas.ts';
import { FileIds, Files, PersonBrief } from './common.ts';

export const GroupPath = z.strictObject({ groupId: z.uuid() });
export const MaterialPath = z.strictObject({ materialId: z.uuid() });
export const MailingPath = z.strictObject({ mailingId: z.uuid() });
export const LetterPath = z.strictObject({ letterId: z.uuid() });
export const PackPath = z.strictObject({ packId: z.uuid() });

const Title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}]*$/u);

export const NewMaterial = z.strictObject({
  title: Title,
  text: z.string().trim().max(20_000).default(''),
  courseId: z.uuid().optional(),
  fileIds: FileIds.default([]),
});
export type NewMaterial = z.infer<typeof NewMaterial>;

export const MaterialView = z.object({
  id: z.uuid(),
  title: z.string(),
  blocks: z.array(TextBlock),
  files: Files,
  subject: z.string().nullable(),
  addedAt: z.iso.datetime(),
});
export type MaterialView = z.infer<typeof MaterialView>;
export const Shelf = z.object({ items: z.array(MaterialView), may: z.object({ keep: z.boolean() }) });
export type Shelf = z.infer<typeof Shelf>;

/** Markdown with `{{name}}`, `{{student}}`, `{{group}}`, `{{tutor}}` and `{{guide}}`. */
const LetterText = z.strictObject({ title: Title, text: z.string().trim().min(1).max(20_000) });

/** A letter in one language or more; each reader gets it in their own where it is written in it. */
export const LetterTexts = z.strictObject({
  ru: LetterText.optional(),
  es: LetterText.optional(),
  en: LetterText.optional(),
});
export type LetterTexts = z.infer<typeof LetterTexts>;
export type LetterLanguage = keyof LetterTexts;

export const Letter = z.strictObject({
  texts: LetterTexts,
  to: z
    .array(z.enum(['students', 'guardians', 'teachers']))
    .min(1)
    .max(3),
});
export type Letter = z.infer<typeof Letter>;
export const LetterToSend = z.strictObject({ ...Letter.shape, fingerprint: z.string().max(64) });
export type LetterToSend = z.infer<typeof LetterToSend>;

export const LettersPreview = z.object({
  letters: z.array(
    z.object({ person: PersonBrief, student: PersonBrief.nullable(), title: z.string(), blocks: z.array(TextBlock) }),
  ),
  fingerprint: z.string(),
});
export type LettersPreview = z.infer<typeof LettersPreview>;

export const MailingBrief = z.object({
  id: z.uuid(),
  title: z.string(),
  sentAt: z.iso.datetime(),
  letters: z.int(),
  opened: z.int(),
  confirmed: z.int(),
});
export const MailingList = z.object({ items: z.array(MailingBrief) });
export type MailingList = z.infer<typeof MailingList>;

export const MailingView = z.object({
  ...MailingBrief.shape,
  groupId: z.uuid(),
  receivers: z.array(
    z.object({
      person: PersonBrief,
      student: PersonBrief.nullable(),
      openedAt: z.iso.datetime().nullable(),
      confirmedAt: z.iso.datetime().nullable(),
      helpId: z.uuid().nullable(),
    }),
  ),
});
export type MailingView = z.infer<typeof MailingView>;

export const LetterView = z.object({
  id: z.uuid(),
  title: z.string(),
  student: PersonBrief.nullable(),
  blocks: z.array(TextBlock),
  sentAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  confirmedAt: z.iso.datetime().nullable(),
});
export type LetterView = z.infer<typeof LetterView>;
export const LetterList = z.object({ items: z.array(LetterView) });
export type LetterList = z.infer<typeof LetterList>;

export const LetterQuestion = z.strictObject({ question: z.string().trim().min(1).max(2000) });
export const Asked = z.object({ helpId: z.uuid() });

export const NewPack = z.strictObject({
  studentId: z.uuid(),
  materialIds: z.array(z.uuid()).max(30),
  note: z.string().trim().max(2000).default(''),
});
export type NewPack = z.infer<typeof NewPack>;
export const PackStep = z.strictObject({ step: z.enum(['handed', 'returned']) });
export const PackView = z.object({
  id: z.uuid(),
  student: PersonBrief,
  titles: z.array(z.string()),
  note: z.string(),
  madeAt: z.iso.datetime(),
  handedAt: z.iso.datetime().nullable(),
  returnedAt: z.iso.datetime().nullable(),
});
export type PackView = z.infer<typeof PackView>;
export const PackList = z.object({
  items: z.array(PackView),
  /** Students who see little or nothing of the shelf on a screen, and who have no work on paper now. */
  suggested: z.array(z.object({ student: PersonBrief, internet: z.enum(['none', 'phone-only']) })),
});
export type PackList = z.infer<typeof PackList>;
