/** What prepares statements: a connection of the driver, or this cache before it. */
export interface Preparing<Statement = unknown> {
  prepare(sql: string): Statement;
}

/** Statements kept for one connection; lists of ids of any length make many texts, so there is an end. */
const most = 500;

const isKept = (sql: string): boolean => /^\s*(select|insert|update|delete|with)\b/i.test(sql);
const changesTables = (sql: string): boolean => /^\s*(create|alter|drop|pragma|vacuum|attach|detach)\b/i.test(sql);

/** Statements of one connection by their text, the latest used last. Whatever changes tables empties it. */
export class StatementCache<Statement = unknown> implements Preparing<Statement> {
  readonly #connection: Preparing<Statement>;
  readonly #statements = new Map<string, Statement>();

  constructor(connection: Preparing<Statement>) {
    this.#connection = connection;
  }

  prepare(sql: string): Statement {
    if (changesTables(sql)) this.#statements.clear();
    if (!isKept(sql)) return this.#connection.prepare(sql);
    const known = this.#statements.get(sql);
    this.#statements.delete(sql);
    const statement = known ?? this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size > most) this.#statements.delete(oldest);
    return statement;
  }
}
