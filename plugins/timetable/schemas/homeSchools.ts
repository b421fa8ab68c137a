import { z } from 'zod';
import { Id, LocalDate } from '../../../server/people/api.ts';
import { lineStates } from '../domain/homeSchool/lines.ts';

export const HomeSchoolPath = z.strictObject({ homeSchoolId: Id });

/** Which days, as the home school counts them; `changed`: only what is held otherwise than planned, or not at all. */
export const HomeSchoolQuery = z.strictObject({
  from: LocalDate.optional(),
  days: z.coerce.number().int().min(1).max(125).default(7),
  which: z.enum(['all', 'changed']).default('all'),
});
export type HomeSchoolQuery = z.infer<typeof HomeSchoolQuery>;

export const HomeSchoolLessonView = z.object({
  id: Id,
  on: z.string(),
  startsTime: z.string(),
  endsTime: z.string(),
  groupName: z.string(),
  subjectName: z.string(),
  subgroupName: z.string().nullable(),
  teacherName: z.string().nullable(),
  students: z.int(),
  state: z.enum(lineStates),
  movedFrom: z.object({ on: z.string(), startsTime: z.string() }).nullable(),
});
export type HomeSchoolLessonView = z.infer<typeof HomeSchoolLessonView>;

export const HomeSchoolLessons = z.object({
  homeSchool: z.object({ id: Id, name: z.string(), zone: z.string() }),
  from: z.string(),
  days: z.int(),
  items: z.array(HomeSchoolLessonView),
});
export type HomeSchoolLessons = z.infer<typeof HomeSchoolLessons>;
