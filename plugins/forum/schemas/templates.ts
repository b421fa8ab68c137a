import { z } from 'zod';
import { LetterTexts } from './materials.ts';

export const TemplatePath = z.strictObject({ templateId: z.uuid() });

export const TemplateToSave = z.strictObject({ texts: LetterTexts });
export type TemplateToSave = z.infer<typeof TemplateToSave>;

const Text = z.object({ title: z.string(), text: z.string() });

export const TemplateView = z.object({
  /** Null of those that came with the product: saving one makes the school's own. */
  id: z.uuid().nullable(),
  revision: z.int(),
  /** In the reader's language where it is written in it. */
  title: z.string(),
  texts: z.object({ ru: Text.optional(), es: Text.optional(), en: Text.optional() }),
  savedAt: z.iso.datetime().nullable(),
  savedBy: z.string().nullable(),
});
export type TemplateView = z.infer<typeof TemplateView>;
export const TemplateList = z.object({ items: z.array(TemplateView) });
export type TemplateList = z.infer<typeof TemplateList>;
