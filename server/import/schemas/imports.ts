import { z } from 'zod';
import { kinds } from '../domain/records.ts';
import { forms } from '../forms/formats.ts';

/** How much of one file travels in one request, in characters of base64. */
const longestPiece = 700_000;
export const bytesAPiece = 512 * 1024;
export const largestImport = 30 * 1024 * 1024;

const FileName = z.string().trim().min(1).max(200);
const FormId = z.enum(forms);

export const NewImport = z.strictObject({
  files: z
    .array(z.strictObject({ name: FileName, bytes: z.int().min(0).max(largestImport) }))
    .min(1)
    .max(40),
});
export type NewImport = z.infer<typeof NewImport>;

export const RunParams = z.strictObject({ runId: z.uuid() });

export const ExportParams = z.strictObject({ exportId: z.uuid() });

export const NewPiece = z.strictObject({
  /** Which of the files that were announced, from 0. */
  file: z.int().min(0).max(39),
  /** Which piece of it, from 0. */
  nth: z.int().min(0).max(199),
  data: z.base64().max(longestPiece),
});
export type NewPiece = z.infer<typeof NewPiece>;

const Wall = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What the files do not say by themselves. */
export const Answers = z.strictObject({
  forms: z
    .array(z.strictObject({ file: z.string().max(500), form: z.union([FormId, z.literal('none')]) }))
    .max(200)
    .default([]),
  headings: z
    .array(
      z.strictObject({
        form: FormId,
        heading: z.string().min(1).max(300),
        /** Name of the column; empty: it is left out. */
        column: z.string().max(50),
      }),
    )
    .max(500)
    .default([]),
  defaults: z.strictObject({ language: z.enum(['ru', 'es', 'en']), zone: z.string().max(100) }).optional(),
  fet: z
    .strictObject({
      term: z.strictObject({ name: z.string().trim().min(1).max(200), startsOn: z.iso.date(), endsOn: z.iso.date() }),
      zone: z.string().max(100),
      language: z.enum(['ru', 'es', 'en']),
      times: z.array(z.union([Wall, z.literal('')])).max(60),
      minutes: z.int().min(5).max(240),
      grade: z.int().min(1).max(12),
    })
    .optional(),
});
export type Answers = z.infer<typeof Answers>;

export const ToApply = z.strictObject({
  /** The fingerprint of the plan that was looked at. */
  fingerprint: z.string().min(1).max(100),
});

const Counts = z.object({
  kind: z.enum(kinds),
  add: z.int(),
  change: z.int(),
  remove: z.int(),
  leftAlone: z.int(),
});

/** What was found in the files. */
export const Summary = z.object({
  format: z.enum(['sheets', 'oneroster', 'fet']),
  sheets: z.array(
    z.object({
      file: z.string(),
      /** Null: it could not be told; `none`: left out because somebody said so. */
      form: z.union([FormId, z.literal('none')]).nullable(),
      rows: z.int(),
      encoding: z.string().nullable(),
      /** `column` is null for a heading that nobody knows, and empty for one that is left out. */
      headings: z.array(z.object({ heading: z.string(), column: z.string().nullable(), sample: z.string() })),
      /** Columns that are needed and not there. */
      missing: z.array(z.string()),
    }),
  ),
  counts: z.array(Counts),
  changes: z.int(),
  faults: z.int(),
  /** What has to be asked of a timetable made with FET. */
  fet: z.object({ days: z.array(z.string()), hours: z.array(z.string()) }).nullable(),
  /** Set when it was undone: how many things stayed because of later edits. */
  kept: z.int(),
  /** How long others could not write while it was carried out, in milliseconds. */
  lockedMs: z.int().nullable(),
});
export type Summary = z.infer<typeof Summary>;

const instant = z.iso.datetime();

export const RunView = z.object({
  id: z.uuid(),
  state: z.enum(['open', 'applied', 'undone']),
  files: z.array(z.object({ name: z.string(), bytes: z.int() })),
  /** The job that plans, carries out or undoes it; the last of them. */
  jobId: z.uuid().nullable(),
  summary: Summary.nullable(),
  /** Null until it was planned. */
  fingerprint: z.string().nullable(),
  createdAt: instant,
  appliedAt: instant.nullable(),
  undoneAt: instant.nullable(),
  may: z.object({ apply: z.boolean(), undo: z.boolean() }),
});
export type RunView = z.infer<typeof RunView>;

export const RunList = z.object({ items: z.array(RunView) });

export const ChangesQuery = z.strictObject({
  kind: z.enum(kinds).optional(),
  action: z.enum(['add', 'change', 'remove']).optional(),
  text: z.string().max(100).optional(),
  /** Only what an undo left as it was. */
  kept: z.enum(['yes']).optional(),
  after: z.coerce.number().int().min(0).max(10_000_000).optional(),
});
export type ChangesQuery = z.infer<typeof ChangesQuery>;

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const Fields = z.record(z.string(), Value);

export const ChangePage = z.object({
  items: z.array(
    z.object({
      nth: z.int(),
      kind: z.enum(kinds),
      key: z.string(),
      title: z.string(),
      action: z.enum(['add', 'change', 'remove']),
      fields: Fields,
      before: Fields,
      /** Why an undo left it: `edited` since, `gone`, or `used` elsewhere. */
      kept: z.string().nullable(),
    }),
  ),
  /** Where the next page begins; null at the end. */
  next: z.int().nullable(),
});

export const FaultsQuery = z.strictObject({ after: z.coerce.number().int().min(0).max(10_000_000).optional() });

/** What is wrong in a file. The texts are `faults.<code>` and `remedies.<code>` in the locales of `import`. */
export const Fault = z.object({
  file: z.string(),
  line: z.int(),
  /** The heading as the file writes it; empty for whole rows and files. */
  column: z.string(),
  code: z.string(),
  value: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const FaultPage = z.object({
  items: z.array(z.object({ nth: z.int(), ...Fault.shape })),
  next: z.int().nullable(),
});

/** The forms, for the page that asks which column is which. */
export const FormList = z.object({
  items: z.array(
    z.object({
      form: FormId,
      /** In English, Russian and Spanish. */
      names: z.array(z.string()),
      columns: z.array(z.object({ column: z.string(), headings: z.array(z.string()), isRequired: z.boolean() })),
    }),
  ),
});

export const FormParams = z.strictObject({ form: FormId });
export const TemplateQuery = z.strictObject({ language: z.enum(['ru', 'es', 'en']).optional() });
/** The bytes of a file; a text for those who read the reply as one. */
export const FileBytes = z.custom<Uint8Array | string>(
  (value) => typeof value === 'string' || value instanceof Uint8Array,
);

export const NewExport = z.strictObject({ format: z.enum(['csv', 'xlsx', 'oneroster']) });
export type NewExport = z.infer<typeof NewExport>;
