import { v7 } from 'uuid';
import { system } from '../../access/actor.ts';
import type { Database } from '../../db/database.ts';
import { createFollowUp } from '../../host/followUp.ts';
import type { Reaction } from '../../host/plugin.ts';
import { createScopes, type Scopes } from '../../host/scopes.ts';
import type { Bus } from '../../realtime/bus.ts';
import type { InRead, InWrite } from '../inScope.ts';
import type { Log } from '../log.ts';
import { indexReactions, type ReactionIndex } from '../reactionIndex.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly details: object;
  readonly message: string;
}

/** The running parts' surroundings, as the application makes them, with a clock to turn by hand. */
export interface Miniature {
  readonly database: Database;
  readonly scopes: Scopes;
  readonly inRead: InRead;
  readonly inWrite: InWrite;
  readonly reactions: ReactionIndex;
  readonly log: Log;
  readonly lines: readonly LogLine[];
  clock(): Date;
  advance(seconds: number): void;
}

export interface MiniatureParts {
  readonly database: Database;
  readonly reactions?: readonly Reaction<unknown>[];
  readonly bus?: Bus;
}

export const recordingLog = (lines: LogLine[] = []): Log => ({
  info: (details, message) => void lines.push({ level: 'info', details, message }),
  warn: (details, message) => void lines.push({ level: 'warn', details, message }),
  error: (details, message) => void lines.push({ level: 'error', details, message }),
});

/** For tests that listen to nobody. */
const silentBus: Bus = {
  publishIn: async () => undefined,
  publish: async () => undefined,
  onMessage: () => () => undefined,
  onGap: () => () => undefined,
  start: async () => undefined,
  close: async () => undefined,
};

export function miniature(parts: MiniatureParts): Miniature {
  const { database, reactions: list = [] } = parts;
  const reactions = indexReactions(list);
  const bus = parts.bus ?? silentBus;
  const lines: LogLine[] = [];
  let now = new Date('2026-09-01T08:00:00Z').getTime();
  const clock = (): Date => new Date(now);
  const followUp = createFollowUp({
    database,
    bus,
    reactions,
    wakeDispatcher: () => undefined,
    wakeRunner: () => undefined,
  });
  const scopes = createScopes({ database, clock, newId: () => v7(), ...followUp });
  return {
    database,
    scopes,
    inRead: (work) => scopes.inRead(system, work),
    inWrite: (work) => scopes.inWrite(system, work),
    reactions,
    log: recordingLog(lines),
    lines,
    clock,
    advance(seconds) {
      now += seconds * 1000;
    },
  };
}
