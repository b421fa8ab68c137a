import { z } from 'zod';
import { kinds } from './domain/records.ts';

const File = z.strictObject({ name: z.string().trim().min(1).max(200), text: z.string().max(5_000_000) });
export const FilesToPlan = z.strictObject({ files: z.array(File).min(1).max(20) });
export const FilesToApply = z.strictObject({
  ...FilesToPlan.shape,
  /** The fingerprint of the plan that was looked at. */
  fingerprint: z.string().max(100),
});

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), Value);

export const PlanView = z.object({
  changes: z.array(
    z.object({
      kind: z.enum(kinds),
      key: z.string(),
      action: z.enum(['add', 'change', 'remove']),
      fields: Fields,
      before: Fields,
    }),
  ),
  /** The texts are `faults.<code>` and `remedies.<code>` in the locales of `import`. */
  problems: z.array(
    z.object({
      file: z.string(),
      line: z.int(),
      /** The heading as the file writes it; empty for whole rows and files. */
      column: z.string(),
      code: z.string(),
      value: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  fingerprint: z.string(),
});
