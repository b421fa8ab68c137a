import { queryOptions } from '@tanstack/react-query';
import type { SchoolHistory, YearChangeList, YearChoicesInput, YearPlan } from '../../../server/school/schemas.ts';
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

export const undoYear = (id: string) => write<YearChangeList>('POST', `/school/year-changes/${id}/undo`);

/** What was of a group or a person. */
export const historyQuery = (of: 'groups' | 'people', id: string) =>
  queryOptions({
    queryKey: ['history', of, id],
    queryFn: ({ signal }) => read<SchoolHistory>(`/${of}/${id}/history`, signal),
  });
