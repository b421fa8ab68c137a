import { z } from 'zod';

const Run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  href: z.string().optional(),
});
export type TextRun = z.infer<typeof Run>;

/** A part of a text on the wire: words, styles and links, never markup. */
export const TextBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.array(Run),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.array(Run) }),
  z.object({ kind: z.literal('quote'), text: z.array(Run) }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(Run)) }),
  z.object({ kind: z.literal('rule') }),
]);
export type TextBlock = z.infer<typeof TextBlock>;
