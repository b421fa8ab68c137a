import type { ReadScope } from '../host/scope.ts';

/**
 * Something that a client may watch, for example one person's timetable. Only keys travel: a client that
 * hears of a change asks for the new state by HTTP, where rights are checked again.
 */
export interface Topic {
  /** `<plugin>.<what>`, for example `timetable.person`. */
  readonly name: string;
  /** May this actor watch this key? Asked on joining, and again when the actor's rights change. */
  mayWatch(scope: ReadScope, key: string): Promise<boolean>;
}

export const defineTopic = (topic: Topic): Topic => topic;
