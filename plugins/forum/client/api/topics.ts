import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  EditPost,
  NewPost,
  PostList,
  PostView,
  ReportDecision,
  ReportList,
  SearchPage,
  Sign,
  TopicChange,
  TopicPage,
  TopicView,
  UnreadList,
} from '../../schemas/topics.ts';
import { forumKey } from './boards.ts';

export const unreadQuery = queryOptions({
  queryKey: [forumKey, 'unread'],
  queryFn: ({ signal }) => read<UnreadList>('/forum/unread', signal),
});

export const topicKey = (id: string) => [forumKey, 'topic', id] as const;

export const readTopic = (id: string, from: string, limit = 30, signal?: AbortSignal) =>
  read<TopicPage>(`/forum/topics/${id}?${new URLSearchParams({ from, limit: String(limit) })}`, signal);

export const readChanges = (id: string, since: number) => read<PostList>(`/forum/topics/${id}/changes?since=${since}`);

export const writePost = (topicId: string, post: NewPost) =>
  write<PostView>('POST', `/forum/topics/${topicId}/posts`, post);

export const editPost = (id: string, edit: EditPost) => write<PostView>('PATCH', `/forum/posts/${id}`, edit);
export const deletePost = (id: string) => write<PostView>('DELETE', `/forum/posts/${id}`);
export const react = (id: string, sign: Sign, isOn: boolean) =>
  write<PostView>('PUT', `/forum/posts/${id}/reaction`, { sign, isOn });
export const reportPost = (id: string, reason: string) => write('POST', `/forum/posts/${id}/report`, { reason });
export const hidePost = (id: string, reason: string) => write<PostView>('POST', `/forum/posts/${id}/hide`, { reason });
export const restorePost = (id: string) => write<PostView>('POST', `/forum/posts/${id}/restore`);

export const editsQuery = (id: string) =>
  queryOptions({
    queryKey: [forumKey, 'edits', id],
    queryFn: ({ signal }) =>
      read<{ items: readonly { blocks: PostView['blocks']; replacedAt: string }[] }>(
        `/forum/posts/${id}/edits`,
        signal,
      ),
    staleTime: 0,
  });

export const markRead = (topicId: string, number: number) => write('POST', `/forum/topics/${topicId}/read`, { number });
export const subscribe = (topicId: string, isOn: boolean) =>
  write('PUT', `/forum/topics/${topicId}/subscription`, { isOn });
export const keepTopic = (topicId: string, change: TopicChange, revision: number) =>
  write<TopicView>('PATCH', `/forum/topics/${topicId}`, change, { revision });
export const moveTopic = (topicId: string, boardId: string) =>
  write<TopicView>('POST', `/forum/topics/${topicId}/move`, { boardId });
export const vote = (topicId: string, options: readonly number[]) =>
  write<TopicView>('PUT', `/forum/topics/${topicId}/vote`, { options });
export const endPoll = (topicId: string) => write<TopicView>('POST', `/forum/topics/${topicId}/poll/end`);

export const searchQuery = (q: string, boardId: string) =>
  infiniteQueryOptions({
    queryKey: [forumKey, 'search', q, boardId],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ q });
      if (boardId) asked.set('boardId', boardId);
      if (pageParam) asked.set('before', String(pageParam));
      return read<SearchPage>(`/forum/search?${asked}`, signal);
    },
    initialPageParam: 0,
    getNextPageParam: (page: SearchPage) => page.next ?? undefined,
  });

export const reportsQuery = queryOptions({
  queryKey: [forumKey, 'reports'],
  queryFn: ({ signal }) => read<ReportList>('/forum/reports', signal),
});

export const decideReport = (id: string, decision: ReportDecision) => write('POST', `/forum/reports/${id}`, decision);
