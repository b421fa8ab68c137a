import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import type { HealthNorms, HealthNormsView, SchoolNormsList, SchoolNormsView } from '../../schemas/healthNorms.ts';

const key = 'health-norms';
/** The norms of everybody, or of a home school's students. */
const pathOf = (schoolId: string | null): string =>
  schoolId === null ? '/timetable/health-norms' : `/timetable/home-schools/${schoolId}/health-norms`;

// What is being written must not be replaced behind the writer's back.
const asWritten = { refetchOnWindowFocus: false, staleTime: 0 } as const;

export const normsQuery = queryOptions({
  queryKey: [key],
  queryFn: ({ signal }) => read<HealthNormsView>(pathOf(null), signal),
  ...asWritten,
});

export const schoolNormsQuery = (schoolId: string) =>
  queryOptions({
    queryKey: [key, schoolId],
    queryFn: ({ signal }) => read<SchoolNormsView>(pathOf(schoolId), signal),
    ...asWritten,
  });

export const schoolNormsListQuery = queryOptions({
  queryKey: [key, 'schools'],
  queryFn: ({ signal }) => read<SchoolNormsList>('/timetable/school-norms', signal),
});

/** Drafts are judged anew by what is changed. */
const refreshes = [[key], ['drafts']];

/** Changes norms as they were seen. */
export const useChangeNorms = (schoolId: string | null, revision: number, onDone: () => void) =>
  useWrite((norms: HealthNorms) => write<HealthNormsView>('PUT', pathOf(schoolId), norms, { revision }), {
    refreshes,
    onDone,
  });

/** Gives a home school's students back to the norms of everybody. */
export const useDropSchoolNorms = (schoolId: string, revision: number, onDone: () => void) =>
  useWrite(() => write<SchoolNormsView>('DELETE', pathOf(schoolId), undefined, { revision }), { refreshes, onDone });
