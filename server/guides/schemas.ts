import { z } from 'zod';
import { TextBlock } from '../markdown/schemas.ts';

/** For whom a guide is written. */
export const audiences = ['student', 'guardian', 'teacher', 'tutor'] as const;
export type Audience = (typeof audiences)[number];

const Language = z.enum(['ru', 'es', 'en']);

export const GuidePath = z.strictObject({ audience: z.enum(audiences) });
export const GuideQuery = z.strictObject({ language: Language.optional() });

export const GuideView = z.object({
  audience: z.enum(audiences),
  language: Language,
  title: z.string(),
  blocks: z.array(TextBlock),
  /** The text as it is edited. */
  source: z.string(),
  /** 0: the text that came with the product. */
  revision: z.int(),
  changedAt: z.iso.datetime().nullable(),
  may: z.object({ edit: z.boolean() }),
});
export type GuideView = z.infer<typeof GuideView>;

export const GuideList = z.object({
  items: z.array(z.object({ audience: z.enum(audiences), title: z.string(), isMine: z.boolean() })),
});
export type GuideList = z.infer<typeof GuideList>;

/** The first line is the title, the rest simple Markdown. */
export const GuideText = z.strictObject({ language: Language, source: z.string().trim().min(10).max(40_000) });
export type GuideText = z.infer<typeof GuideText>;

export const GuideVersions = z.object({
  items: z.array(
    z.object({ revision: z.int(), changedAt: z.iso.datetime(), changedBy: z.string().nullable(), source: z.string() }),
  ),
});
export type GuideVersions = z.infer<typeof GuideVersions>;
