import { queryOptions } from '@tanstack/react-query';
import type { SchoolHistory, YearChangeList, YearChoicesInput, YearPlan } from '../../../server/school/schemas/year.ts';
import type { LeaversPolicyInput, YearPlans } from '../../../server/year/schemas.ts';
import { read, write } from './request.ts';

export const yearChangesQuery = queryOptions({
  queryKey: ['year', 'changes'],
  queryFn: ({ signal }) => read<YearChangeList>('/school/year-changes', signal),
});

/** It changes nothing, so it is asked for like a reading. */
export const yearPreviewQuery = (choices: YearChoicesInput) =>
  queryOptions({
    queryKey: ['year', 'preview', choices],
    queryFn: () => write<YearPlan>('POST', '/school/year-previews', choices),
  });

export const changeYear = (commit: YearChoicesInput & { readonly fingerprint: string }) =>
  write<YearChangeList>('POST', '/school/year-changes', commit);

/** What waits for its day, and how long accounts of leavers stay. */
export const yearPlansQuery = queryOptions({
  queryKey: ['year', 'plans'],
  queryFn: ({ signal }) => read<YearPlans>('/school/year-plans', signal),
});

export const planYear = (commit: YearChoicesInput & { readonly fingerprint: string }) =>
  write<YearPlans>('POST', '/school/year-plans', commit);

export const callOffYear = (id: string) => write<YearPlans>('POST', `/school/year-plans/${id}/call-off`);

export const setLeaversPolicy = ({ revision, ...policy }: LeaversPolicyInput & { readonly revision: number }) =>
  write<YearPlans>('PUT', '/school/leavers-policy', policy, { revision });

export const undoYear = (id: string) => write<YearChangeList>('POST', `/school/year-changes/${id}/undo`);

/** What was of a group or a person. */
export const historyQuery = (of: 'groups' | 'people', id: string) =>
  queryOptions({
    queryKey: ['history', of, id],
    queryFn: ({ signal }) => read<SchoolHistory>(`/${of}/${id}/history`, signal),
  });
