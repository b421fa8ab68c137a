import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  ChangePage,
  EarlierPage,
  FoundPage,
  MarkView,
  MessageView,
  NewMark,
  NewScheduled,
  RecipientList,
  ScheduledList,
  ScheduledView,
  Settled,
  ThreadList,
  ThreadsQuery,
  ThreadView,
} from '../../schemas.ts';

export const messagesKey = 'messages';

export const threadsQuery = (which: ThreadsQuery['which']) =>
  infiniteQueryOptions({
    queryKey: [messagesKey, 'threads', which],
    queryFn: ({ pageParam, signal }) =>
      read<ThreadList>(`/messages/threads?which=${which}${pageParam && `&after=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (page: ThreadList) => page.next ?? undefined,
  });

export const threadQuery = (threadId: string) =>
  queryOptions({
    queryKey: [messagesKey, 'thread', threadId],
    queryFn: ({ signal }) => read<ThreadView>(`/messages/threads/${threadId}`, signal),
  });

export const openConversation = (personIds: readonly string[]) =>
  write<ThreadView>('POST', '/messages/threads', { personIds });

export const readChanges = (threadId: string, since: number) =>
  read<ChangePage>(`/messages/threads/${threadId}/changes?since=${since}`);

export const readEarlier = (threadId: string, before?: number) =>
  read<EarlierPage>(`/messages/threads/${threadId}/messages${before === undefined ? '' : `?before=${before}`}`);

export const markThread = (threadId: string, mark: NewMark) =>
  write<MarkView>('PUT', `/messages/threads/${threadId}/mark`, mark);

export const editMessage = (id: string, text: string) =>
  write<MessageView>('PATCH', `/messages/messages/${id}`, { text });

export const deleteMessage = (id: string) => write<MessageView>('DELETE', `/messages/messages/${id}`);

export const openAbout = (studentId: string, kind: 'family' | 'staff') =>
  write<ThreadView>('POST', `/messages/students/${studentId}/${kind}`);

export const settleConversation = (threadId: string) => write<Settled>('POST', `/messages/threads/${threadId}/settled`);

export const recipientsQuery = (q: string) =>
  queryOptions({
    queryKey: [messagesKey, 'recipients', q],
    queryFn: ({ signal }) => read<RecipientList>(`/messages/recipients?${new URLSearchParams({ q })}`, signal),
  });

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: [messagesKey, 'search', q],
    queryFn: ({ signal }) => read<FoundPage>(`/messages/search?${new URLSearchParams({ q })}`, signal),
    enabled: q.length >= 2,
  });

export const scheduledQuery = (threadId: string) =>
  queryOptions({
    queryKey: [messagesKey, 'scheduled', threadId],
    queryFn: ({ signal }) => read<ScheduledList>(`/messages/threads/${threadId}/scheduled`, signal),
  });

export const scheduleMessage = (threadId: string, message: NewScheduled) =>
  write<ScheduledView>('POST', `/messages/threads/${threadId}/scheduled`, message);

export const takeBackScheduled = (id: string) => write<ScheduledView>('DELETE', `/messages/scheduled/${id}`);
