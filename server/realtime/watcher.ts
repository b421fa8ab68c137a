import type { Actor } from '../access/actor.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Topic } from './topic.ts';

/** What a client hears back when it asks to watch something. */
export type JoinReply =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'malformed' | 'refused' | 'too-many' | 'unavailable' };

/** One open socket, and what it may hear. */
export interface Watcher {
  readonly actor: Actor;
  join(topic: Topic, key: string): Promise<JoinReply>;
  leave(topic: string, key: string): Promise<void>;
  /** Whether this actor may be heard by the others who watch a key: only where it watches itself. */
  maySay(topic: Topic, key: string, word: string): Promise<boolean>;
  /** Takes the actor's present rights, and leaves whatever they no longer allow. */
  recheck(): Promise<void>;
}

export interface WatcherParts {
  readonly actor: Actor;
  readonly mostTopics: number;
  /** Reads who is there now; undefined when the session is over. */
  authenticate(): Promise<Actor | undefined>;
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  enter(room: string): void;
  exit(room: string): void;
  /** Tells the client that it no longer hears of a key. */
  tellLeft(topic: string, key: string): void;
  /** Ends the socket, because nobody is signed in there any more. */
  signOut(): void;
}

/** Names of topics hold no colon, so that two keys never share a room. */
export const roomOf = (topic: string, key: string): string => `${topic}:${key}`;

/**
 * Joins, leaves and checks of one socket happen one after the other: a check that follows a revocation sees
 * every join that was decided with the old rights.
 */
export function createWatcher(parts: WatcherParts): Watcher {
  const joined = new Map<string, { readonly topic: Topic; readonly key: string; isHeard?: boolean }>();
  let actor = parts.actor;
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  const mayWatch = (topic: Topic, key: string): Promise<boolean> =>
    parts.inRead(actor, (scope) => topic.mayWatch(scope, key));

  async function join(topic: Topic, key: string): Promise<JoinReply> {
    const room = roomOf(topic.name, key);
    if (!joined.has(room) && joined.size >= parts.mostTopics) return { ok: false, why: 'too-many' };
    if (!(await mayWatch(topic, key))) return { ok: false, why: 'refused' };
    joined.set(room, { topic, key });
    parts.enter(room);
    return { ok: true };
  }

  async function leave(topic: string, key: string): Promise<void> {
    const room = roomOf(topic, key);
    if (joined.delete(room)) parts.exit(room);
  }

  async function maySay(topic: Topic, key: string, word: string): Promise<boolean> {
    const there = joined.get(roomOf(topic.name, key));
    if (!there || !topic.words?.known.includes(word)) return false;
    const { words } = topic;
    there.isHeard ??= await parts.inRead(actor, (scope) => words.maySay(scope, key));
    return there.isHeard;
  }

  async function recheck(): Promise<void> {
    const present = await parts.authenticate();
    if (present?.kind !== 'person' || present.personId !== actor.personId) return parts.signOut();
    actor = present;
    for (const one of joined.values()) {
      const { topic, key } = one;
      delete one.isHeard;
      if (await mayWatch(topic, key)) continue;
      await leave(topic.name, key);
      parts.tellLeft(topic.name, key);
    }
  }

  return {
    get actor() {
      return actor;
    },
    join: (topic, key) => inTurn(() => join(topic, key)),
    leave: (topic, key) => inTurn(() => leave(topic, key)),
    maySay: (topic, key, word) => inTurn(() => maySay(topic, key, word)),
    recheck: () => inTurn(recheck),
  };
}
