import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import type * as School from '../../../server/school/schemas/school.ts';
import { read } from './request.ts';

export type GroupBrief = School.GroupBrief;
export type GroupView = School.GroupView;
export type CourseView = z.infer<typeof School.CourseView>;
export type Readiness = z.infer<typeof School.Readiness>;

export const groupsQuery = queryOptions({
  queryKey: ['groups', 'list'],
  queryFn: ({ signal }) => read<z.infer<typeof School.GroupList>>('/groups', signal),
});

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', 'one', id],
    queryFn: ({ signal }) => read<GroupView>(`/groups/${id}`, signal),
  });

export const readinessQuery = (id: string) =>
  queryOptions({
    queryKey: ['groups', 'readiness', id],
    queryFn: ({ signal }) => read<Readiness>(`/groups/${id}/readiness`, signal),
  });
