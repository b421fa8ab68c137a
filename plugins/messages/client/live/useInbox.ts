import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { watch } from '../../../../client/src/realtime/connection.ts';
import { markThread, messagesKey } from '../api/conversations.ts';

/** Several messages that come together are one new list. */
const togetherMs = 600;

/** Reads the lists anew when something is new in any conversation of the reader, and says that it has arrived here. */
export function useInbox(): void {
  const client = useQueryClient();
  const personId = useSession().person?.id ?? '';
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const arrived = new Map<string, number>();
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: [messagesKey, 'threads'] });
        // Without a line it is said when the conversation is opened.
        for (const [threadId, head] of arrived)
          void markThread(threadId, { readSeq: 0, deliveredSeq: head }).catch(() => undefined);
        arrived.clear();
      }, togetherMs);
    };
    const onNews = (news: unknown) => {
      const { threadId, head, by } = inboxNews(news);
      if (threadId !== undefined && head !== undefined && by !== personId)
        arrived.set(threadId, Math.max(head, arrived.get(threadId) ?? 0));
      refresh();
    };
    const stop = watch('messages.person', personId, { onChange: refresh, onNews });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, personId]);
}

interface InboxNews {
  readonly threadId?: string;
  readonly head?: number;
  readonly by?: string;
}

const inboxNews = (news: unknown): InboxNews => (typeof news === 'object' && news ? news : {});
