/** Knex's own classes; its typings leave these out, or the hooks that we use. */

declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  import { Knex } from 'knex';
  /** It asks a connection for nothing but `prepare`. */
  export default class BetterSqlite extends Knex.Client {
    _query(connection: { prepare(sql: string): unknown }, query: { sql: string }): Promise<unknown>;
    /** Values as the driver takes them. */
    _formatBindings(bindings: readonly unknown[] | undefined): unknown[];
    readonly connectionSettings: { readonly filename: string };
    processResponse(query: object, runner: object): unknown;
    destroy(done?: (reason?: unknown) => void): Promise<void>;
  }
}

declare module 'knex/lib/execution/runner.js' {
  interface Compiled {
    readonly sql: string;
    readonly bindings: readonly unknown[];
    readonly output?: unknown;
    readonly timeout?: unknown;
  }
  interface Builder {
    /** The connection that whoever asks has chosen. */
    readonly _connection?: unknown;
    /** More than one for what changes tables. */
    toSQL(): Compiled | Compiled[];
  }
  /** Runs what a builder has built. */
  export default class Runner<Client = unknown> {
    constructor(client: Client, builder: Builder);
    readonly client: Client;
    readonly builder: Builder;
    run(): Promise<unknown>;
  }
}
