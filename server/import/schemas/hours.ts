import { z } from 'zod';
import { HomeSchoolHoursInput } from '../../calendar/api.ts';
import { languages } from '../../host/language.ts';
import { Grade, Id } from '../../people/api.ts';
import { Fault } from './imports.ts';

export const HomeSchoolPath = z.strictObject({ homeSchoolId: Id });
export const HoursTemplatePath = z.strictObject({ homeSchoolId: Id, format: z.enum(['csv', 'xlsx']) });
export const HoursTemplateQuery = z.strictObject({ language: z.enum(languages).optional() });

/** A home school's own table, whole: such tables are small. */
export const HoursFile = z.strictObject({
  name: z.string().trim().min(1).max(200),
  /** Base64. */
  data: z.base64().min(1).max(1_400_000),
});
export type HoursFile = z.infer<typeof HoursFile>;

export const HoursToApply = HoursFile.extend({ fingerprint: z.string().length(64) });
export type HoursToApply = z.infer<typeof HoursToApply>;

/** The same hours for everybody of a class: the school's students of a grade, of a tutor's group, or of both. */
const OfClass = {
  groupId: Id.nullable(),
  grade: Grade.nullable(),
  /** Without any: the school keeps them busy at no time. */
  ...HomeSchoolHoursInput.shape,
};
const saysWhich = ({ groupId, grade }: { readonly groupId: string | null; readonly grade: number | null }): boolean =>
  groupId !== null || grade !== null;
const whichClass = { path: ['grade'], params: { code: 'class-missing' } };

export const ClassHours = z.strictObject(OfClass).refine(saysWhich, whichClass);
export type ClassHours = z.infer<typeof ClassHours>;

export const ClassHoursToApply = z
  .strictObject({ ...OfClass, fingerprint: z.string().length(64) })
  .refine(saysWhich, whichClass);
export type ClassHoursToApply = z.infer<typeof ClassHoursToApply>;

const Windows = z.array(z.object({ weekday: z.int(), from: z.string(), to: z.string() }));

export const HoursPreview = z.object({
  homeSchool: z.object({ id: z.uuid(), name: z.string() }),
  /** Names what would be done; only exactly that is. */
  fingerprint: z.string(),
  /** Everything that is wrong, up to the number that is shown. */
  faults: z.array(Fault),
  faultCount: z.int(),
  /** Whose hours become others, up to the number that is shown. */
  changes: z.array(z.object({ personId: z.uuid(), name: z.string(), before: Windows, after: Windows })),
  changeCount: z.int(),
  same: z.int(),
  unnamed: z.int(),
  /** Headings of columns that were not looked at. */
  ignored: z.array(z.string()),
  /** Names of students in the file who live by other clocks than the school: the hours are those of their own clock. */
  otherClocks: z.array(z.string()),
});
export type HoursPreview = z.infer<typeof HoursPreview>;

export const HoursApplied = z.object({ personIds: z.array(z.uuid()) });
export type HoursApplied = z.infer<typeof HoursApplied>;
