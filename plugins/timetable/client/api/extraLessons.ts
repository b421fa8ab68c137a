import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { ExtraCourses, ExtraCoursesQuery, NewExtraLesson } from '../../schemas/extraLessons.ts';
import type { LessonDetail } from '../../schemas/lessons.ts';
import { timetableKey } from './watching.ts';

/** Courses in which the reader may hold one lesson more. */
export const extraCoursesQuery = (of: ExtraCoursesQuery) =>
  queryOptions({
    queryKey: [timetableKey, 'extra-courses', of],
    queryFn: ({ signal }) => read<ExtraCourses>(`/timetable/extra-courses?${new URLSearchParams({ ...of })}`, signal),
  });

export const addExtraLesson = (courseId: string, lesson: NewExtraLesson) =>
  write<LessonDetail>('POST', `/timetable/courses/${courseId}/extra-lessons`, lesson);
