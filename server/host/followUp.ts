import type { Knex } from 'knex';
import type { Database } from '../db/database.ts';
import { storeEvents } from '../events/outbox.ts';
import type { ReactionIndex } from '../events/reactionIndex.ts';
import { storeJob } from '../jobs/storeJob.ts';
import { accessChanged } from '../people/api.ts';
import type { Bus } from '../realtime/bus.ts';
import { messagesOf } from '../realtime/messagesOf.ts';
import type { Aftermath, ScopeParts } from './scopes.ts';

export interface FollowUpParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly reactions: ReactionIndex;
  wakeDispatcher(): void;
  wakeRunner(): void;
}

/** Stores what a command leaves behind with its own transaction, and wakes who acts on it afterwards. */
export function createFollowUp(parts: FollowUpParts): Pick<ScopeParts, 'isHeard' | 'beforeCommit' | 'afterCommit'> {
  const { database, bus, reactions } = parts;
  // PostgreSQL sends notifications with the commit; SQLite has one process, which tells itself after it.
  const notifiesItself = database.dialect === 'postgres';
  return {
    isHeard: (kind) => kind.name === accessChanged.name || reactions.toEvent(kind.name).length > 0,
    beforeCommit: async (trx, aftermath) => {
      await storeJobs(trx, aftermath);
      if (notifiesItself) await bus.publishIn(trx, messagesOf(aftermath));
      await storeEvents(trx, storedEvents(aftermath), reactions);
    },
    afterCommit: (aftermath) => {
      if (aftermath.events.length > 0) parts.wakeDispatcher();
      if (aftermath.jobs.length > 0) parts.wakeRunner();
      if (!notifiesItself) void bus.publish(...messagesOf(aftermath));
    },
  };
}

async function storeJobs(trx: Knex.Transaction, { actor, now, jobs }: Aftermath): Promise<void> {
  for (const { id, kind, input } of jobs)
    await storeJob(trx, { id, kind: kind.name, input, ownerId: actor.personId, at: now });
}

const storedEvents = ({ now, events }: Aftermath) =>
  events.map(({ id, kind, payload, actorId }) => ({
    id,
    name: kind.name,
    at: now,
    actorId,
    stream: kind.streamOf(payload),
    payload,
  }));
