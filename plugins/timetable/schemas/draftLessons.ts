import { z } from 'zod';
import { Id, Weekday } from '../../../server/people/api.ts';
import { Hour, Nth } from './drafts.ts';

export const LessonParams = z.strictObject({ draftId: Id, courseId: Id, nth: z.coerce.number().pipe(Nth) });
export type LessonParams = z.infer<typeof LessonParams>;

/** Where a lesson is to go; null takes it out of the timetable again. */
export const LessonMove = z.strictObject({ to: z.strictObject({ weekday: Weekday, hour: Hour }).nullable() });
export type LessonMove = z.infer<typeof LessonMove>;

export const LessonLock = z.strictObject({ isLocked: z.boolean() });
export type LessonLock = z.infer<typeof LessonLock>;
