import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { BoardList, BoardView, NewCase } from '../../schemas/boards.ts';
import type { PersonBrief } from '../../schemas/common.ts';
import type { NewTopic, TopicList, TopicPage } from '../../schemas/topics.ts';

/** Everything that is read of the forum starts with this. */
export const forumKey = 'forum';

export const boardsQuery = (filter: { readonly groupId?: string; readonly studentId?: string }) =>
  queryOptions({
    queryKey: [forumKey, 'boards', filter],
    queryFn: ({ signal }) => read<BoardList>(`/forum/boards?${new URLSearchParams({ ...filter })}`, signal),
  });

/** Page after page, one group after another. */
export const allBoardsQuery = infiniteQueryOptions({
  queryKey: [forumKey, 'boards', 'all'],
  queryFn: ({ pageParam, signal }) => read<BoardList>(`/forum/boards?page=${pageParam}`, signal),
  initialPageParam: 0,
  getNextPageParam: (page: BoardList, _all, last) => (page.hasMore ? last + 1 : undefined),
});

export const progressThreadsQuery = infiniteQueryOptions({
  queryKey: [forumKey, 'progress'],
  queryFn: ({ pageParam, signal }) => read<BoardList>(`/forum/boards?part=progress&page=${pageParam}`, signal),
  initialPageParam: 0,
  getNextPageParam: (page: BoardList, _all, last) => (page.hasMore ? last + 1 : undefined),
});

export const boardQuery = (id: string) =>
  queryOptions({
    queryKey: [forumKey, 'board', id],
    queryFn: ({ signal }) => read<BoardView>(`/forum/boards/${id}`, signal),
  });

export const topicsQuery = (boardId: string) =>
  infiniteQueryOptions({
    queryKey: [forumKey, 'topics', boardId],
    queryFn: ({ pageParam, signal }) =>
      read<TopicList>(`/forum/boards/${boardId}/topics${pageParam && `?after=${pageParam}`}`, signal),
    initialPageParam: '',
    getNextPageParam: (page: TopicList) => page.next ?? undefined,
  });

export const openTopic = (boardId: string, topic: NewTopic) =>
  write<TopicPage>('POST', `/forum/boards/${boardId}/topics`, topic);

export const mentionQuery = (boardId: string, q: string) =>
  queryOptions({
    queryKey: [forumKey, 'people', boardId, q],
    queryFn: ({ signal }) =>
      read<{ items: readonly PersonBrief[] }>(`/forum/boards/${boardId}/people?${new URLSearchParams({ q })}`, signal),
    staleTime: 60_000,
  });

export const holdCouncil = (name: string) => write<BoardView>('POST', '/forum/councils', { name });
export const holdCase = (asked: NewCase) => write<BoardView>('POST', '/forum/cases', asked);

export const setGuest = (boardId: string, personId: string, isInvited: boolean) =>
  write<BoardView>(isInvited ? 'PUT' : 'DELETE', `/forum/boards/${boardId}/guests/${personId}`);

export const openToStudent = (boardId: string, mayStudentRead: boolean) =>
  write<BoardView>('PUT', `/forum/boards/${boardId}/open-to-student`, { mayStudentRead });
