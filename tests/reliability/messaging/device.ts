import 'fake-indexeddb/auto';
import { setTimeout as delay } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { v4 } from 'uuid';
import { attemptFor } from '../../../client/src/offline/attempt.ts';
import { createOutbox } from '../../../client/src/offline/outbox.ts';
import { openPersonStore } from '../../../client/src/offline/personStore.ts';
import { type Connection, createLink } from '../../../client/src/realtime/link.ts';
import { createThreadSync, type ThreadSnapshot } from '../../../plugins/messages/client/core/threadSync.ts';
import { ChangePage, EarlierPage, MessageView } from '../../../plugins/messages/schemas.ts';

/** A person's browser, as far as messages go: the client's own code, without its pages. */
export interface Device {
  /** Resolves when it is kept on the device; answers the message's id. */
  send(text: string): Promise<string>;
  known(): ThreadSnapshot | undefined;
  /**
   * Reads the page before the first that is known, as who scrolls up: a device that heard nothing until many had spoken
   * begins with the latest page. What is missing between two that are known does not come by it.
   */
  readBack(): Promise<void>;
  waiting(): Promise<number>;
  /** Ends it in the middle of whatever it does, as when a browser is killed; what it kept stays. */
  kill(): void;
}

export interface DeviceParts {
  readonly url: string;
  readonly cookie: string;
  readonly personId: string;
  readonly threadId: string;
  /** As a device of before, and as whoever has no line sends. */
  readonly isOverHttp?: boolean;
}

/** The origin of the client's own server while it is developed. */
const origin = 'http://localhost:5173';
const answerWithinMs = 10_000;

const pause = (ms: number): Promise<void> => delay(Math.min(ms, 1000));

export async function openDevice({
  url,
  cookie,
  personId,
  threadId,
  isOverHttp = false,
}: DeviceParts): Promise<Device> {
  const store = await openPersonStore(personId);
  const headers = { cookie, origin };
  const at = `${url}/api/messages/threads/${threadId}`;
  const lane = `messages ${threadId}`;
  const keptAs = `messages.thread ${threadId}`;

  async function get(path: string): Promise<unknown> {
    const reply = await fetch(`${at}${path}`, { headers, signal: AbortSignal.timeout(answerWithinMs) });
    const body: unknown = await reply.json();
    if (!reply.ok) throw Object.assign(new Error(JSON.stringify(body)), { status: reply.status });
    return body;
  }

  const sync = createThreadSync({
    source: {
      changes: async (since) => ChangePage.parse(await get(`/changes?since=${since}&limit=20`)),
      earlier: async (before) => EarlierPage.parse(await get(`/messages${before ? `?before=${before}` : ''}`)),
    },
    load: async () => (await store.get('kept', keptAs)) as ThreadSnapshot | undefined,
    save: async (snapshot) => void (await store.put('kept', snapshot, keptAs)),
    onChange: () => undefined,
    pause,
  });
  const connection: Connection = io(url, {
    transports: ['websocket'],
    extraHeaders: headers,
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 800,
    timeout: 3000,
  });
  const link = createLink(async () => connection);
  const outbox = createOutbox({
    store,
    attempt: (entry) => attemptFor(link, url, entry, headers),
    onChange: () => undefined,
    onDone: (_entry, reply) => sync.take(MessageView.parse(reply)),
    now: () => Date.now(),
    pause,
  });
  link.watch('messages.thread', threadId, {
    onChange: () => void sync.sync(),
    onNews: (news) => sync.hear(news),
  });
  await sync.open();
  void sync.sync();
  await outbox.wake();

  return {
    async send(text) {
      const id = v4();
      await outbox.put({
        id,
        lane,
        path: `/messages/threads/${threadId}/messages`,
        ...(isOverHttp ? {} : { line: { event: 'messages:send', params: { threadId } } }),
        body: { clientId: id, text },
        label: 'messages',
      });
      return id;
    },
    known: sync.current,
    readBack: () => sync.earlier().catch(() => undefined),
    waiting: async () => (await outbox.waiting()).length,
    kill() {
      outbox.close();
      sync.close();
      connection.disconnect();
      store.close();
    },
  };
}
