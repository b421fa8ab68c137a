import type { ReadScope } from '../host/scope.ts';

/** What those who watch a topic are sent beside the mere key, where asking again by HTTP would cost too much. */
export interface TopicNews {
  /**
   * Turns the hints of a key, in the order in which they were given, into what its watchers are sent. Read once in each
   * process whatever the number of watchers, as the system: whoever may watch the key may see it.
   */
  tell(scope: ReadScope, key: string, hints: readonly unknown[]): Promise<readonly unknown[]>;
  /** How far each of these keys is; sent to their watchers from time to time, so that a lost tail is noticed. */
  heads?(scope: ReadScope, keys: readonly string[]): Promise<ReadonlyMap<string, unknown>>;
}

/** What watchers may tell each other without anything being stored, such as that they are typing. */
export interface TopicWords {
  readonly known: readonly string[];
  /** May this actor be heard here? Asked once, and again when the actor's rights change. */
  maySay(scope: ReadScope, key: string): Promise<boolean>;
}

/**
 * Something that a client may watch, for example one person's timetable. Only keys and small hints travel between
 * processes: a client that hears of a change asks for the new state by HTTP, where rights are checked again, unless the
 * topic has news.
 */
export interface Topic {
  /** `<plugin>.<what>`, for example `timetable.person`. */
  readonly name: string;
  /** May this actor watch this key? Asked on joining, and again when the actor's rights change. */
  mayWatch(scope: ReadScope, key: string): Promise<boolean>;
  readonly news?: TopicNews;
  readonly words?: TopicWords;
}

export const defineTopic = (topic: Topic): Topic => topic;
