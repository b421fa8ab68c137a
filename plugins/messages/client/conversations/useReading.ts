import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ThreadView } from '../../schemas.ts';
import { markThread, messagesKey } from '../api/conversations.ts';
import type { ThreadSnapshot } from '../core/threadSync.ts';

/** Notes what was read while the page is before the reader's eyes; whoever looks a conversation over leaves no mark. */
export function useReading(threadId: string, known: ThreadSnapshot | undefined, thread: ThreadView | undefined): void {
  const client = useQueryClient();
  const last = known?.last ?? 0;
  const isWriter = thread?.part === 'writer';
  useEffect(() => {
    if (!isWriter || last === 0) return;
    const mark = () => {
      if (document.visibilityState !== 'visible') return;
      markThread(threadId, { readSeq: last, deliveredSeq: last })
        .then(() => client.invalidateQueries({ queryKey: [messagesKey, 'threads'] }))
        // Without a line it is marked with the next message, or the next visit.
        .catch(() => undefined);
    };
    const timer = setTimeout(mark, 400);
    document.addEventListener('visibilitychange', mark);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', mark);
    };
  }, [client, threadId, last, isWriter]);
}
