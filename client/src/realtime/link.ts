import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '../../../server/realtime/protocol.ts';

/** What a watcher hears: that something changed (or may have, while the line was down), or how far it is. */
export interface Listener {
  /** Called after each joining too: what came before it is not told. */
  readonly onChange: () => void;
  readonly onProgress?: (progress: unknown) => void;
  readonly onNews?: (news: unknown) => void;
  /** The server no longer lets this person watch the key. */
  readonly onLeft?: () => void;
}

interface Watched {
  readonly topic: string;
  readonly key: string;
  readonly listeners: Set<Listener>;
}

export type Connection = Socket<ServerEvents, ClientEvents>;

/** Watching of topics over one connection, which is opened when it is first needed. */
export interface Link {
  /** Watches one key of one topic. Returns how to stop. */
  watch(topic: string, key: string, listener: Listener): () => void;
  /** Tells the others who watch a key a word; lost without harm. */
  say(topic: string, key: string, word: string): void;
  /** Sends a write over the connection that is open; undefined when there is none, or no answer within so many milliseconds. */
  ask(event: `${string}:${string}`, body: unknown, ms: number): Promise<unknown>;
}

const joinMs = 10_000;
const againMs = 3000;

const nameOf = (topic: string, key: string): string => `${topic} ${key}`;

export function createLink(connect: () => Promise<Connection>): Link {
  const watched = new Map<string, Watched>();
  let connection: Promise<Connection> | undefined;
  let opened: Connection | undefined;

  const each = (topic: string, key: string, tell: (listener: Listener) => void): void => {
    for (const listener of watched.get(nameOf(topic, key))?.listeners ?? []) tell(listener);
  };

  /** Only what comes after the server has said yes is heard for certain, so that the state is asked for after it. */
  async function join(open: Connection, { topic, key }: Watched): Promise<void> {
    const isWanted = () => open.connected && watched.has(nameOf(topic, key));
    try {
      const reply: unknown = await open.timeout(joinMs).emitWithAck('join', { topic, key });
      const why = typeof reply === 'object' && reply && 'why' in reply ? reply.why : undefined;
      if (why === 'refused') each(topic, key, (listener) => listener.onLeft?.());
      else if (why === undefined) each(topic, key, (listener) => listener.onChange());
      else throw new Error(String(why));
    } catch {
      // No answer, or no place for now. A connection that is lost joins everything anew by itself.
      setTimeout(() => {
        const one = watched.get(nameOf(topic, key));
        if (one && isWanted()) void join(open, one);
      }, againMs);
    }
  }

  async function openOne(): Promise<Connection> {
    const open = await connect();
    opened = open;
    const joinAll = () => {
      for (const one of watched.values()) void join(open, one);
    };
    open.on('connect', joinAll);
    if (open.connected) joinAll();
    open.on('changed', ({ topic, key }) => each(topic, key, (listener) => listener.onChange()));
    open.on('progress', ({ topic, key, progress }) => each(topic, key, (one) => one.onProgress?.(progress)));
    open.on('news', ({ topic, key, news }) => each(topic, key, (one) => one.onNews?.(news)));
    open.on('left', ({ topic, key }) => each(topic, key, (one) => one.onLeft?.()));
    open.on('resync', () => {
      for (const { topic, key } of watched.values()) each(topic, key, (listener) => listener.onChange());
    });
    return open;
  }

  return {
    watch(topic, key, listener) {
      const name = nameOf(topic, key);
      const entry = watched.get(name) ?? { topic, key, listeners: new Set() };
      const isNew = entry.listeners.size === 0;
      entry.listeners.add(listener);
      watched.set(name, entry);
      const already = connection;
      connection ??= openOne();
      if (isNew)
        void already?.then(async (one) => {
          if (one.connected) await join(one, entry);
        });
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size > 0 || watched.get(name) !== entry) return;
        watched.delete(name);
        void connection?.then((one) => one.connected && one.emit('leave', { topic, key }, undefined));
      };
    },
    async ask(event, body, ms) {
      if (!opened?.connected) return undefined;
      // Whether it arrived, nobody knows: the same again is done once.
      return opened
        .timeout(ms)
        .emitWithAck(event, body)
        .catch(() => undefined);
    },
    say(topic, key, word) {
      void connection?.then((one) => one.connected && one.volatile.emit('say', { topic, key, word }, undefined));
    },
  };
}
