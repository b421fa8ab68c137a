import { z } from 'zod';

export const LinkPath = z.strictObject({ token: z.string().regex(/^[\w-]{43}$/) });

export const LinkChoice = z.strictObject({ choice: z.string().min(1).max(40) });
export type LinkChoice = z.infer<typeof LinkChoice>;

export const LinkView = z.object({
  /** Of the person to whom the link was sent; the texts are in it. */
  language: z.enum(['ru', 'es', 'en']),
  title: z.string(),
  question: z.string(),
  choices: z.array(z.object({ id: z.string(), label: z.string() })),
  expiresAt: z.iso.datetime(),
});
export type LinkView = z.infer<typeof LinkView>;

export const LinkDone = z.object({ choice: z.string(), done: z.string() });
export type LinkDone = z.infer<typeof LinkDone>;
