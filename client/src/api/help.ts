import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  HelpAssigned,
  HelpAssignment,
  HelpOwner,
  HelpOwners,
  HelpPage,
  HelpState,
  HelpView,
  NewHelpRequest,
} from '../../../server/help/schemas.ts';
import { read, write } from './request.ts';

/** Whatever shows requests is read anew after one of them changed. */
export const helpRefreshes = [['help']] as const;

export interface HelpWanted {
  readonly which: 'asked' | 'mine' | 'late' | 'all';
  readonly state: 'waiting' | 'done';
  readonly studentId?: string;
}

export const helpQuery = ({ which, state, studentId }: HelpWanted) =>
  infiniteQueryOptions({
    queryKey: ['help', 'list', which, state, studentId ?? ''],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ which, state });
      if (studentId) asked.set('studentId', studentId);
      if (pageParam) asked.set('after', pageParam);
      return read<HelpPage>(`/help/requests?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: HelpPage) => page.next ?? undefined,
  });

/** The first few questions that wait for the reader. */
export const helpForMeQuery = queryOptions({
  queryKey: ['help', 'forMe'],
  queryFn: ({ signal }) => read<HelpPage>('/help/requests?which=mine&state=waiting&limit=4', signal),
});

/** The first few that others should have answered, for those who manage requests. */
export const lateHelpQuery = queryOptions({
  queryKey: ['help', 'late'],
  queryFn: ({ signal }) => read<HelpPage>('/help/requests?which=late&limit=4', signal),
});

export const helpRequestQuery = (id: string) =>
  queryOptions({
    queryKey: ['help', 'one', id],
    queryFn: ({ signal }) => read<HelpView>(`/help/requests/${id}`, signal),
  });

export const helpOwnerQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['help', 'owner', studentId],
    queryFn: ({ signal }) => read<HelpOwner>(`/help/owner${studentId && `?studentId=${studentId}`}`, signal),
  });

export const helpOwnersQuery = (id: string) =>
  queryOptions({
    queryKey: ['help', 'owners', id],
    queryFn: ({ signal }) => read<HelpOwners>(`/help/requests/${id}/owners`, signal),
  });

export const askHelp = (asked: NewHelpRequest): Promise<HelpView> => write('POST', '/help/requests', asked);

export const answerHelp = ({ id, text }: { readonly id: string; readonly text: string }): Promise<HelpView> =>
  write('POST', `/help/requests/${id}/messages`, { text });

export const setHelpState = ({ id, ...body }: HelpState & { readonly id: string }): Promise<HelpView> =>
  write('PUT', `/help/requests/${id}/state`, body);

export const assignHelp = ({
  request,
  ...body
}: HelpAssignment & { readonly request: HelpView }): Promise<HelpAssigned> =>
  write('PUT', `/help/requests/${request.id}/owner`, body, { revision: request.revision });
