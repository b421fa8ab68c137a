import { z } from 'zod';
import { Id } from '../../../server/people/api.ts';
import { SlotRequest } from './lessons.ts';

export const CourseParams = z.strictObject({ courseId: Id });

/** For whom and how long; everybody of the course, and as long as its lessons, unless told. */
const Wanted = { minutes: z.int().min(10).max(240).optional(), forPersonId: Id.optional() };

export const ExtraTimesQuery = z.strictObject({
  ...Wanted,
  minutes: z.coerce.number().int().min(10).max(240).optional(),
});
export type ExtraTimesQuery = z.infer<typeof ExtraTimesQuery>;

/** A lesson that is held once beside the weekly timetable. */
export const NewExtraLesson = SlotRequest.extend(Wanted);
export type NewExtraLesson = z.infer<typeof NewExtraLesson>;

/** Courses of a group, or of a student. */
export const ExtraCoursesQuery = z.union([z.strictObject({ studentId: Id }), z.strictObject({ groupId: Id })]);
export type ExtraCoursesQuery = z.infer<typeof ExtraCoursesQuery>;

export const ExtraCourses = z.object({
  /** The student or the group. */
  of: z.object({ id: Id, name: z.string() }),
  items: z.array(
    z.object({
      id: Id,
      subjectName: z.string(),
      groupName: z.string(),
      teacherName: z.string(),
      lessonMinutes: z.int(),
      students: z.array(z.object({ id: Id, name: z.string() })),
    }),
  ),
});
export type ExtraCourses = z.infer<typeof ExtraCourses>;
