import Runner from 'knex/lib/execution/runner.js';
import { CachingSqlite } from './sqliteClients.ts';
import { type Preparing, StatementCache } from './statementCache.ts';

interface Statement {
  /** Whether it answers rows. */
  readonly reader: boolean;
  all(bindings: readonly unknown[]): unknown[];
}

interface Connection extends Preparing<Statement> {
  pragma(text: string): unknown;
  close(): void;
}

/**
 * SQLite that only reads. The driver answers at once, so that all queries outside of a transaction share one connection;
 * asking a pool for one, and telling listeners whom nobody has, took longer than the reading itself.
 */
export class ReadingSqlite extends CachingSqlite {
  #shared: { readonly connection: Connection; readonly statements: StatementCache<Statement> } | undefined;

  /** The statement on the shared connection. */
  statement(sql: string): Statement {
    this.#shared ??= this.#open();
    return this.#shared.statements.prepare(sql);
  }

  /** Rows as the driver has them, before knex or anybody else has looked at them. */
  rowsNow(sql: string, bindings: readonly unknown[]): unknown[] {
    return this.statement(sql).all(this._formatBindings(bindings));
  }

  /** A transaction's client is made without a constructor, and has a connection of its own. */
  get isOutsideTransaction(): boolean {
    return #shared in this;
  }

  override runner(builder: ConstructorParameters<typeof Runner>[1]): Runner {
    return this.isOutsideTransaction ? new SharedReads(this, builder) : super.runner(builder);
  }

  override async destroy(done?: (reason?: unknown) => void): Promise<void> {
    this.#shared?.connection.close();
    this.#shared = undefined;
    await super.destroy(done);
  }

  #open() {
    const connection: Connection = new this.driver(this.connectionSettings.filename, { readonly: true });
    connection.pragma('busy_timeout = 5000');
    connection.pragma('query_only = ON');
    return { connection, statements: new StatementCache<Statement>(connection) };
  }
}

/** Runs a query that is nothing but one statement with rows; leaves the rest to knex. */
class SharedReads extends Runner<ReadingSqlite> {
  override async run(): Promise<unknown> {
    const { builder, client } = this;
    const query = builder._connection ? undefined : builder.toSQL();
    if (!query || Array.isArray(query) || query.output || query.timeout || !query.sql) return super.run();
    const statement = client.statement(query.sql);
    if (!statement.reader) return super.run();
    const response = statement.all(client._formatBindings(query.bindings));
    return client.postProcessResponse(client.processResponse({ ...query, response }, this), undefined);
  }
}
