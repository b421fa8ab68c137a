import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as School from '../../../server/school/schemas/school.ts';
import { read } from './request.ts';
import { useSession } from './session.ts';

export type Term = z.infer<typeof School.TermView>;
export type Holiday = z.infer<typeof School.HolidayView>;
export type HomeSchool = z.infer<typeof School.HomeSchoolView>;
export type Subject = z.infer<typeof School.SubjectView>;
export type Grid = z.infer<typeof School.GridView>;

export const termsQuery = queryOptions({
  queryKey: ['terms'],
  queryFn: ({ signal }) => read<z.infer<typeof School.TermList>>('/terms', signal),
});

export const holidaysQuery = queryOptions({
  queryKey: ['holidays'],
  queryFn: ({ signal }) => read<z.infer<typeof School.HolidayList>>('/holidays', signal),
});

export const homeSchoolsQuery = queryOptions({
  queryKey: ['home-schools'],
  queryFn: ({ signal }) => read<z.infer<typeof School.HomeSchoolList>>('/home-schools', signal),
});

export const subjectsQuery = queryOptions({
  queryKey: ['subjects'],
  queryFn: ({ signal }) => read<z.infer<typeof School.SubjectList>>('/subjects', signal),
});

export const gridQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['groups', 'grid', groupId],
    queryFn: ({ signal }) => read<Grid>(`/groups/${groupId}/grid`, signal),
    // What is being written must not be replaced behind the writer's back.
    refetchOnWindowFocus: false,
    staleTime: 0,
  });

/** Whether the reader changes groups, courses and the school year: whoever answers for the whole centre. */
export function useMayEditSchool(): boolean {
  const { permissions, roles } = useSession();
  return (
    permissions.includes('school.edit') &&
    roles.some(({ role, scopeKind }) => (role === 'admin' || role === 'coordinator') && scopeKind === 'everything')
  );
}
