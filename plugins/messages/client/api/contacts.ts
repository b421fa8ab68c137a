import { queryOptions } from '@tanstack/react-query';
import { read } from '../../../../client/src/api/request.ts';
import type { ContactHistory, ReachableList } from '../../schemas.ts';
import { messagesKey } from './conversations.ts';

export const contactsQuery = (studentId: string) =>
  queryOptions({
    queryKey: [messagesKey, 'contacts', studentId],
    queryFn: ({ signal }) => read<ContactHistory>(`/messages/students/${studentId}/contacts`, signal),
  });

export const reachableQuery = (q: string) =>
  queryOptions({
    queryKey: [messagesKey, 'reachable', q],
    queryFn: ({ signal }) => read<ReachableList>(`/messages/reachable?${new URLSearchParams({ q })}`, signal),
  });
