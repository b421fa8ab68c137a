import { newKey } from '../../../../client/src/api/newKey.ts';
import { deviceOf, onSent } from '../../../../client/src/offline/device.ts';
import { say, watch } from '../../../../client/src/realtime/connection.ts';
import type { MarkView, MessageView } from '../../schemas.ts';
import { readChanges, readEarlier } from '../api/conversations.ts';
import { createThreadSync, type ThreadSnapshot } from '../core/threadSync.ts';

/** A conversation as a page shows it. */
export interface Live {
  readonly known: ThreadSnapshot | undefined;
  readonly marks: ReadonlyMap<string, MarkView>;
  /** Who is typing just now. */
  readonly typing: readonly string[];
}

export interface LiveConversation {
  now(): Live;
  subscribe(listener: () => void): () => void;
  send(
    text: string,
    more?: {
      readonly replyToId?: string | undefined;
      readonly fileIds?: readonly string[];
      readonly urgentReason?: string | undefined;
    },
  ): Promise<void>;
  type(): void;
  take(message: MessageView): void;
  earlier(): Promise<void>;
  close(): void;
}

const topic = 'messages.thread';
const typingMs = 4000;
const sayEveryMs = 2500;

/** Enough to read without a line; older messages are asked for. */
const keptMessages = 200;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const laneOf = (threadId: string): string => `messages ${threadId}`;

/** Opens a conversation on this device: what is kept of it at once, what is new as it comes. */
export function openLive(personId: string, threadId: string): LiveConversation {
  const listeners = new Set<() => void>();
  const device = deviceOf(personId);
  const keptAs = `messages.thread ${threadId}`;
  const typists = new Map<string, ReturnType<typeof setTimeout>>();
  let live: Live = { known: undefined, marks: new Map(), typing: [] };
  let saidAt = -sayEveryMs;

  const show = (change: Partial<Live>): void => {
    live = { ...live, ...change };
    for (const tell of listeners) tell();
  };
  const hearTyping = (by: string): void => {
    if (by === personId) return;
    clearTimeout(typists.get(by));
    const end = setTimeout(() => {
      typists.delete(by);
      show({ typing: [...typists.keys()] });
    }, typingMs);
    typists.set(by, end);
    show({ typing: [...typists.keys()] });
  };

  const sync = createThreadSync({
    source: {
      changes: (since) => readChanges(threadId, since),
      earlier: (before) => readEarlier(threadId, before),
    },
    load: async () => (await (await device).store.get('kept', keptAs)) as ThreadSnapshot | undefined,
    save: async (snapshot) => {
      const messages = snapshot.messages.slice(-keptMessages);
      const isFirst = snapshot.isFirst && messages.length === snapshot.messages.length;
      await (await device).store.put('kept', { ...snapshot, messages, isFirst }, keptAs);
    },
    onChange: () => show({ known: sync.current() }),
    onMark: (mark) => show({ marks: new Map(live.marks).set(mark.personId, mark) }),
    onWord: hearTyping,
    pause,
  });

  const onVisible = () => {
    if (document.visibilityState === 'visible') void sync.sync();
  };
  document.addEventListener('visibilitychange', onVisible);
  const stopWatching = watch(topic, threadId, {
    onChange: () => void sync.sync(),
    onNews: (news) => sync.hear(news),
  });
  const stopSent = onSent((entry, reply) => {
    if (entry.lane === laneOf(threadId)) sync.take(reply as MessageView);
  });
  void sync.open().then(() => sync.sync());

  return {
    now: () => live,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async send(text, { replyToId, fileIds = [], urgentReason } = {}) {
      const clientId = newKey();
      const body = {
        clientId,
        text,
        ...(replyToId ? { replyToId } : {}),
        ...(fileIds.length > 0 ? { fileIds } : {}),
        ...(urgentReason ? { urgent: { reason: urgentReason } } : {}),
      };
      const { outbox } = await device;
      const path = `/messages/threads/${threadId}/messages`;
      const page = `/messages/${threadId}`;
      // Files are checked one by one; everything else may go with what others say at this moment.
      const line = fileIds.length > 0 ? {} : { line: { event: 'messages:send', params: { threadId } } as const };
      await outbox.put({ id: clientId, lane: laneOf(threadId), path, body, label: 'messages', page, ...line });
    },
    type() {
      if (performance.now() - saidAt < sayEveryMs) return;
      saidAt = performance.now();
      say(topic, threadId, 'typing');
    },
    take: sync.take,
    earlier: sync.earlier,
    close() {
      document.removeEventListener('visibilitychange', onVisible);
      stopWatching();
      stopSent();
      sync.close();
      for (const timer of typists.values()) clearTimeout(timer);
    },
  };
}
