import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../../../client/src/api/session.ts';
import { queueNow, subscribeToQueue } from '../../../../client/src/offline/queue.ts';
import { type Live, type LiveConversation, laneOf, openLive } from './conversation.ts';

const nothing: Live = { known: undefined, marks: new Map(), typing: [] };
const neverChanges = () => () => undefined;

/** A conversation as it is now, as long as the page shows it; undefined until it is opened. */
export function useLive(threadId: string) {
  const personId = useSession().person?.id ?? '';
  const [conversation, setConversation] = useState<LiveConversation>();
  useEffect(() => {
    const opened = openLive(personId, threadId);
    setConversation(opened);
    return () => {
      setConversation(undefined);
      opened.close();
    };
  }, [personId, threadId]);
  const live = useSyncExternalStore(conversation?.subscribe ?? neverChanges, conversation?.now ?? (() => nothing));
  const queue = useSyncExternalStore(subscribeToQueue, queueNow);
  const waiting = queue.waiting.filter(({ lane }) => lane === laneOf(threadId));
  return { conversation, live, waiting, personId };
}
