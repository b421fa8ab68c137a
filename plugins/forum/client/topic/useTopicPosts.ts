import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { watch } from '../../../../client/src/realtime/connection.ts';
import type { PostView, TopicPage } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { markRead, readChanges, readTopic, topicKey } from '../api/topics.ts';
import { mergePosts } from './mergePosts.ts';

const pageSize = 30;

const pageQuery = (topicId: string, from: string) =>
  queryOptions({
    queryKey: [...topicKey(topicId), from],
    queryFn: ({ signal }) => readTopic(topicId, from, pageSize, signal),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

/**
 * A topic with the posts that have been loaded of it. What is written or changed meanwhile comes by its sequence: a
 * gap after a lost line is filled by the same question. `news` tells of posts by others that came while it was open.
 */
export function useTopicPosts(topicId: string, from: string) {
  const client = useQueryClient();
  const query = useMemo(() => pageQuery(topicId, from), [topicId, from]);
  const { queryKey } = query;
  const { data, error, isPending, refetch } = useQuery(query);
  const [news, setNews] = useState<PostView>();
  const latest = useRef<TopicPage>(undefined);
  useEffect(() => {
    latest.current = data;
  });

  const change = useCallback(
    (with_: (page: TopicPage) => TopicPage) => client.setQueryData<TopicPage>(queryKey, (page) => page && with_(page)),
    [client, queryKey],
  );
  const addPosts = useCallback(
    (posts: readonly PostView[], lastSequence?: number) => change((page) => mergePosts(page, posts, lastSequence)),
    [change],
  );

  const catchUp = useCallback(async () => {
    for (let more = true; more; ) {
      const known = latest.current;
      if (!known) return;
      const since = known.topic.lastSequence;
      const { items, hasMore } = await readChanges(topicId, since);
      const newest = items.at(-1);
      if (!newest) break;
      addPosts(items, newest.sequence);
      const fresh = items.findLast((post) => !post.isMine && post.number > known.topic.lastNumber);
      if (fresh) setNews(fresh);
      latest.current = client.getQueryData<TopicPage>(queryKey);
      more = hasMore;
    }
    const { topic } = await readTopic(topicId, 'end', 1);
    change((page) => ({ ...page, topic: { ...topic, lastSequence: page.topic.lastSequence } }));
  }, [client, topicId, addPosts, change, queryKey]);

  useEffect(
    () => watch('forum.topic', topicId, { onChange: () => void catchUp().catch(() => undefined) }),
    [topicId, catchUp],
  );

  const first = data?.posts[0]?.number ?? 1;
  const last = data?.posts.at(-1)?.number ?? 0;
  useMarkRead(topicId, data, last);

  return {
    ...{ data, error, isPending, refetch, news, addPosts, change },
    hasEarlier: first > 1,
    hasLater: data !== undefined && last < data.topic.lastNumber,
    loadEarlier: async () => {
      const start = Math.max(1, first - pageSize);
      addPosts((await readTopic(topicId, String(start), first - start)).posts);
    },
    loadLater: async () => {
      addPosts((await readTopic(topicId, String(last + 1), pageSize)).posts);
    },
  };
}

const lookedAtMs = 1200;

/** What has been on the screen for a moment counts as read. */
function useMarkRead(topicId: string, page: TopicPage | undefined, last: number): void {
  const client = useQueryClient();
  const readNumber = page?.topic.readNumber ?? 0;
  const marked = useRef(0);
  useEffect(() => {
    if (last <= Math.max(readNumber, marked.current)) return;
    const timer = setTimeout(() => {
      if (document.visibilityState !== 'visible') return;
      marked.current = last;
      void markRead(topicId, last)
        .then(() => {
          for (const part of ['unread', 'boards', 'topics', 'progress'])
            void client.invalidateQueries({ queryKey: [forumKey, part] });
        })
        .catch(() => {
          marked.current = 0;
        });
    }, lookedAtMs);
    return () => clearTimeout(timer);
  }, [client, topicId, last, readNumber]);
}
