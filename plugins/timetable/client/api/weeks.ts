import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../../client/src/api/request.ts';
import type { GroupWeek, LessonDetail, OwnWeek, PersonWeek } from '../../schemas/lessons.ts';
import type { Overview } from '../../schemas/overview.ts';
import { timetableKey } from './watching.ts';

/** Which days: a date of the reader's calendar and how many from there. */
export interface Days {
  readonly from: string;
  readonly days: number;
}

const asked = ({ from, days }: Days): string => `from=${from}&days=${days}`;

/** One's own lessons and those of each child. */
export const ownWeekQuery = (days: Days) =>
  queryOptions({
    queryKey: [timetableKey, 'own', days],
    queryFn: ({ signal }) => read<OwnWeek>(`/timetable/week?${asked(days)}`, signal),
    placeholderData: keepPreviousData,
  });

export const studentWeekQuery = (studentId: string, days: Days) =>
  queryOptions({
    queryKey: [timetableKey, 'student', studentId, days],
    queryFn: ({ signal }) => read<PersonWeek>(`/timetable/students/${studentId}/week?${asked(days)}`, signal),
    placeholderData: keepPreviousData,
  });

export const groupWeekQuery = (groupId: string, days: Days) =>
  queryOptions({
    queryKey: [timetableKey, 'group', groupId, days],
    queryFn: ({ signal }) => read<GroupWeek>(`/timetable/groups/${groupId}/week?${asked(days)}`, signal),
  });

export const lessonQuery = (lessonId: string) =>
  queryOptions({
    queryKey: [timetableKey, 'lesson', lessonId],
    queryFn: ({ signal }) => read<LessonDetail>(`/timetable/lessons/${lessonId}`, signal),
  });

/** How the groups stand whom the reader looks after. */
export const overviewQuery = queryOptions({
  queryKey: [timetableKey, 'overview'],
  queryFn: ({ signal }) => read<Overview>('/timetable/overview', signal),
});
