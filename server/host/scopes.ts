import type { Knex } from 'knex';
import type { Actor } from '../access/actor.ts';
import type { Database, LayOut } from '../db/database.ts';
import type { EventKind } from '../events/event.ts';
import type { JobKind } from '../jobs/job.ts';
import type { Topic } from '../realtime/topic.ts';
import type { EmptySchool } from './emptySchool.ts';
import type { ReadScope, WriteScope } from './scope.ts';

/** What a command leaves behind beside its rows: stored with its transaction, followed up after it. */
export interface Aftermath {
  readonly actor: Actor;
  readonly now: Date;
  readonly events: readonly {
    readonly id: string;
    readonly kind: EventKind<unknown>;
    readonly payload: unknown;
    readonly actorId: string;
  }[];
  readonly touched: readonly { readonly topic: Topic; readonly key: string; readonly hint?: unknown }[];
  readonly jobs: readonly { readonly id: string; readonly kind: JobKind<unknown>; readonly input: unknown }[];
}

export interface ScopeParts {
  readonly database: Database;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** Where those read who look at the pages of a role. */
  readonly emptySchool?: Pick<EmptySchool, 'readerFor'>;
  /** Whether anything follows from such an event; each is kept unless told. */
  isHeard?(kind: EventKind<unknown>): boolean;
  /** Stores events and jobs in the command's own transaction. */
  beforeCommit(trx: Knex.Transaction, aftermath: Aftermath): Promise<void>;
  /** Wakes who acts on them. */
  afterCommit(aftermath: Aftermath): void;
}

/** The two ways in which code comes to a scope. */
export interface Scopes {
  inRead<T>(actor: Actor, work: (scope: ReadScope) => Promise<T>): Promise<T>;
  /** `before` lays rows out that `work` stores; see `Database.write`. */
  inWrite<T>(actor: Actor, work: (scope: WriteScope) => Promise<T>, before?: LayOut): Promise<T>;
}

export function createScopes(parts: ScopeParts): Scopes {
  const { database, clock, newId } = parts;
  return {
    inRead: async (actor, work) => {
      const read = { now: clock(), actor, newId };
      if (!actor.viewAs) return work({ ...read, db: database.reader, dialect: database.dialect });
      if (!parts.emptySchool) throw new Error('Nobody looks at the pages of a role here');
      return work({ ...read, db: await parts.emptySchool.readerFor(actor), dialect: 'sqlite' });
    },
    inWrite: async (actor, work, before) => {
      const { value, aftermath } = await database.write(async (trx) => {
        const events: Aftermath['events'][number][] = [];
        const touched: Aftermath['touched'][number][] = [];
        const jobs: Aftermath['jobs'][number][] = [];
        const now = clock();
        const aftermath: Aftermath = { actor, now, events, touched, jobs };
        const scopeOf = (acting: Actor): WriteScope => ({
          db: trx,
          dialect: database.dialect,
          now,
          actor: acting,
          as: scopeOf,
          newId,
          emit: (kind, payload) => {
            // An import of a school tells of tens of thousands of people while others wait for its end.
            if (parts.isHeard?.(kind) === false) return;
            events.push({ id: newId(), kind, payload: kind.payload.parse(payload), actorId: acting.personId });
          },
          touch: (topic, key, hint) => void touched.push({ topic, key, hint }),
          enqueue: (kind, input) => {
            const id = newId();
            jobs.push({ id, kind, input: kind.input.parse(input) });
            return id;
          },
        });
        const value = await work(scopeOf(actor));
        await parts.beforeCommit(trx, aftermath);
        return { value, aftermath };
      }, before);
      parts.afterCommit(aftermath);
      return value;
    },
  };
}
