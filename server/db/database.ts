import type { Knex } from 'knex';
import type { Dialect } from '../host/scope.ts';
import type { Lay } from './lay.ts';

/** Lays rows out before a write. */
export type LayOut = (lay: Lay) => Promise<void>;

/** The two ways to the data. Nothing else opens connections. */
export interface Database {
  readonly dialect: Dialect;
  /** For reads; never inside a write transaction. On SQLite its connections are read-only. */
  readonly reader: Knex;
  /** For migrations and the like; commands go through `write`. */
  readonly writer: Knex;
  /**
   * Runs `work` in a transaction of its own and resolves after the commit is durable. On SQLite the work
   * is a savepoint in a shared outer transaction; on PostgreSQL it is tried again after a deadlock or
   * serialisation failure, so `work` must have no effect outside of the database. `before` lays rows out that `work`
   * takes to where they belong: it runs before any lock is taken, each time before `work`.
   */
  write<T>(work: (trx: Knex.Transaction) => Promise<T>, before?: LayOut): Promise<T>;
  /**
   * Runs `work` while this process writes nothing: on SQLite there is one write lock, and whoever waits for it
   * in the driver stops the whole process. On PostgreSQL nothing has to wait.
   */
  whileIdle<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
