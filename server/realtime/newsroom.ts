import { system } from '../access/actor.ts';
import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';
import type { ReadScope } from '../host/scope.ts';
import type { Topic } from './topic.ts';
import { roomOf } from './watcher.ts';

export interface NewsroomParts {
  inRead<T>(actor: typeof system, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  /** Whether anybody of this process watches a room. */
  hasWatchers(room: string): boolean;
  /** Keys of a topic that somebody of this process watches. */
  watchedKeys(topic: Topic): readonly string[];
  send(topic: Topic, key: string, news: unknown): void;
  /** What the news are could not be read: watchers ask for the state themselves. */
  sendChanged(topic: Topic, key: string): void;
  readonly log: Log;
}

/** Turns hints into what watchers are sent: once for all of them, and for each key in order. */
export interface Newsroom {
  hear(topic: Topic, key: string, hint: unknown): void;
  /** Tells all watchers how far their keys are. */
  sendHeads(topics: Iterable<Topic>): Promise<void>;
}

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const waiting = new Map<string, unknown[]>();

  /** What is heard meanwhile is told together. */
  async function tellAll(topic: Topic, key: string, room: string): Promise<void> {
    for (;;) {
      const hints = waiting.get(room) ?? [];
      if (hints.length === 0) break;
      waiting.set(room, []);
      try {
        const news = await parts.inRead(system, async (scope) => (await topic.news?.tell(scope, key, hints)) ?? []);
        for (const one of news) parts.send(topic, key, one);
      } catch (reason) {
        parts.log.warn({ topic: topic.name, failure: failureOf(reason) }, 'News could not be read');
        parts.sendChanged(topic, key);
      }
    }
    waiting.delete(room);
  }

  return {
    hear(topic, key, hint) {
      const room = roomOf(topic.name, key);
      if (!parts.hasWatchers(room)) return;
      const already = waiting.get(room);
      if (already) return void already.push(hint);
      waiting.set(room, [hint]);
      void tellAll(topic, key, room);
    },
    async sendHeads(topics) {
      for (const topic of topics) {
        const keys = parts.watchedKeys(topic);
        const heads = topic.news?.heads;
        if (!heads || keys.length === 0) continue;
        try {
          const all = await parts.inRead(system, (scope) => heads(scope, keys));
          for (const [key, head] of all) parts.send(topic, key, head);
        } catch (reason) {
          parts.log.warn({ topic: topic.name, failure: failureOf(reason) }, 'Heads could not be read');
        }
      }
    },
  };
}
