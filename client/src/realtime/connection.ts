import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '../../../server/realtime/protocol.ts';

/** What a watcher hears: that something changed (or may have, while the line was down), or how far it is. */
export interface Listener {
  readonly onChange: () => void;
  readonly onProgress?: (progress: unknown) => void;
}

interface Watched {
  readonly topic: string;
  readonly key: string;
  readonly listeners: Set<Listener>;
}

type Connection = Socket<ServerEvents, ClientEvents>;

const watched = new Map<string, Watched>();
let connection: Promise<Connection> | undefined;

const nameOf = (topic: string, key: string): string => `${topic} ${key}`;

const listenersOf = (topic: string, key: string): Iterable<Listener> =>
  watched.get(nameOf(topic, key))?.listeners ?? [];

function changed(topic: string, key: string): void {
  for (const listener of listenersOf(topic, key)) listener.onChange();
}

function everythingChanged(): void {
  for (const { topic, key } of watched.values()) changed(topic, key);
}

/** The first paint comes first; live updates can wait for a quiet moment. */
const quietMoment = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => resolve(), { timeout: 3000 });
    else setTimeout(resolve, 1500);
  });

async function connect(): Promise<Connection> {
  await quietMoment();
  const { io } = await import('socket.io-client');
  const opened: Connection = io({ transports: ['websocket'], reconnectionDelay: 1000, reconnectionDelayMax: 30_000 });
  opened.on('connect', () => {
    for (const { topic, key } of watched.values()) opened.emit('join', { topic, key }, undefined);
    everythingChanged();
  });
  opened.on('changed', ({ topic, key }) => changed(topic, key));
  opened.on('progress', ({ topic, key, progress }) => {
    for (const listener of listenersOf(topic, key)) listener.onProgress?.(progress);
  });
  opened.on('resync', everythingChanged);
  opened.on('signed-out', () => window.location.reload());
  return opened;
}

/** Watches one key of one topic. Returns how to stop. */
export function watch(topic: string, key: string, listener: Listener): () => void {
  const name = nameOf(topic, key);
  const entry = watched.get(name) ?? { topic, key, listeners: new Set() };
  const isNew = entry.listeners.size === 0;
  entry.listeners.add(listener);
  watched.set(name, entry);
  const already = connection;
  connection ??= connect();
  if (isNew) void already?.then((open) => open.connected && open.emit('join', { topic, key }, undefined));
  return () => {
    entry.listeners.delete(listener);
    if (entry.listeners.size > 0) return;
    watched.delete(name);
    void connection?.then((open) => open.connected && open.emit('leave', { topic, key }, undefined));
  };
}
