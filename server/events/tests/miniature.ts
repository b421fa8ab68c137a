import { v7 } from 'uuid';
import { system } from '../../access/actor.ts';
import type { Database } from '../../db/database.ts';
import type { Reaction } from '../../host/plugin.ts';
import { createScopes, type Scopes } from '../../host/scopes.ts';
import { storeJob } from '../../jobs/storeJob.ts';
import type { Bus } from '../../realtime/bus.ts';
import { messagesOf } from '../../realtime/messagesOf.ts';
import type { InRead, InWrite } from '../inScope.ts';
import type { Log } from '../log.ts';
import { storeEvents } from '../outbox.ts';
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

export function miniature({ database, reactions: list = [], bus }: MiniatureParts): Miniature {
  const reactions = indexReactions(list);
  const lines: LogLine[] = [];
  let now = new Date('2026-09-01T08:00:00Z').getTime();
  const clock = (): Date => new Date(now);
  const scopes = createScopes({
    database,
    clock,
    newId: () => v7(),
    async beforeCommit(trx, { actor, now: at, events, jobs, touched }) {
      for (const { id, kind, input } of jobs)
        await storeJob(trx, { id, kind: kind.name, input, ownerId: actor.personId, at });
      if (bus && database.dialect === 'postgres')
        for (const message of messagesOf({ touched, events })) await bus.publishIn(trx, message);
      const stored = events.map(({ id, kind, payload }) => ({
        id,
        name: kind.name,
        at,
        actorId: actor.personId,
        stream: kind.streamOf(payload),
        payload,
      }));
      await storeEvents(trx, stored, reactions);
    },
    afterCommit(aftermath) {
      if (bus && database.dialect === 'sqlite') for (const message of messagesOf(aftermath)) void bus.publish(message);
    },
  });
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
