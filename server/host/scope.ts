import type { Knex } from 'knex';
import type { Actor } from '../access/actor.ts';
import type { EventKind } from '../events/event.ts';
import type { JobKind } from '../jobs/job.ts';
import type { Topic } from '../realtime/topic.ts';

/** Everything a query may touch: a reader connection, one moment, one actor. */
export interface ReadScope {
  readonly db: Knex;
  /** `sqlite` or `postgres`; stores may need it, commands and domain never. */
  readonly dialect: Dialect;
  readonly now: Date;
  readonly actor: Actor;
  /** A new UUIDv7. Order never relies on it. */
  newId(): string;
}

/** Everything a command may touch: one transaction, and what is to happen when it commits. */
export interface WriteScope extends ReadScope {
  readonly db: Knex.Transaction;
  /** The same transaction with somebody else acting, who was found out on the way: the writer of a mail. The caller has checked who it is. */
  as(actor: Actor): WriteScope;
  /** Stored with the transaction; reactions hear of it after the commit; their effects in the database happen once. */
  emit<P>(kind: EventKind<P>, payload: P): void;
  /**
   * Tells whoever watches this key that it changed, after the commit. A hint, some bytes of JSON, is for topics with news.
   */
  touch(topic: Topic, key: string, hint?: unknown): void;
  /** Stores a job with the transaction; it starts after the commit. Returns its id. */
  enqueue<I>(kind: JobKind<I>, input: I): string;
}

export type Dialect = 'sqlite' | 'postgres';
