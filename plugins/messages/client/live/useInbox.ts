import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { watch } from '../../../../client/src/realtime/connection.ts';
import { messagesKey } from '../api/conversations.ts';

/** Several messages that come together are one new list. */
const togetherMs = 600;

/** Reads the lists anew when something is new in any conversation of the reader. */
export function useInbox(): void {
  const client = useQueryClient();
  const personId = useSession().person?.id ?? '';
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void client.invalidateQueries({ queryKey: [messagesKey, 'threads'] });
      }, togetherMs);
    };
    const stop = watch('messages.person', personId, { onChange: refresh, onNews: refresh });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, personId]);
}
