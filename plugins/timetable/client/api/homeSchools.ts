import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../../../../client/src/api/request.ts';
import type { HomeSchoolLessons } from '../../schemas/homeSchools.ts';

export interface Period {
  readonly from: string;
  readonly days: number;
  readonly which: 'all' | 'changed';
}

const searchOf = ({ from, days, which }: Period) => new URLSearchParams({ from, days: String(days), which });

const pathOf = (id: string) => `/timetable/home-schools/${id}/lessons`;

export const homeSchoolLessonsQuery = (id: string, period: Period) =>
  queryOptions({
    queryKey: ['timetable', 'home-school', id, period],
    queryFn: ({ signal }) => read<HomeSchoolLessons>(`${pathOf(id)}?${searchOf(period)}`, signal),
    placeholderData: keepPreviousData,
  });

/** Where the same lessons are as a file. */
export const homeSchoolFile = (id: string, kind: 'csv' | 'pdf', period: Period): string =>
  `/api${pathOf(id)}/${kind}?${searchOf(period)}`;
