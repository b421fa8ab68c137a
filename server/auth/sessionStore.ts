import { type SessionData, Store } from 'express-session';
import type { Database } from '../db/database.ts';
import { sessionIdOf } from './sessionCookie.ts';

/** A signed-in session that is used is prolonged at most this often, so that reading does not write. */
const touchEveryMs = 3_600_000;
const lifeMs = 14 * 86_400_000;

type Done = (reason?: unknown) => void;

/** Sessions in the database, under the hash of their id; anonymous visitors get none (docs/adr/0006). */
export class DatabaseSessions extends Store {
  readonly #database: Database;
  readonly #clock: () => Date;

  constructor(database: Database, clock: () => Date) {
    super();
    this.#database = database;
    this.#clock = clock;
  }

  override get(sid: string, done: (reason: unknown, session?: SessionData | null) => void): void {
    this.find(sid).then((session) => done(null, session), done);
  }

  override set(sid: string, session: SessionData, done?: Done): void {
    this.#save(sid, session).then(() => done?.(), done);
  }

  override destroy(sid: string, done?: Done): void {
    this.#database
      .write((trx) =>
        trx('auth_session')
          .where({ id: sessionIdOf(sid) })
          .delete(),
      )
      .then(() => done?.(), done);
  }

  override touch(sid: string, session: SessionData, done?: () => void): void {
    const left = new Date(session.keptUntil ?? 0).getTime() - this.#clock().getTime();
    if (left > lifeMs - touchEveryMs) done?.();
    else
      this.#save(sid, session).then(
        () => done?.(),
        () => done?.(),
      );
  }

  /** The session that lives under this id now. */
  async find(sid: string): Promise<SessionData | null> {
    const row: { dataJson: SessionData; expiresAt: Date } | undefined = await this.#database
      .reader('auth_session')
      .where({ id: sessionIdOf(sid) })
      .where('expiresAt', '>', this.#clock())
      .first('dataJson', 'expiresAt');
    return row ? { ...row.dataJson, keptUntil: row.expiresAt.toISOString() } : null;
  }

  async #save(sid: string, session: SessionData): Promise<void> {
    const now = this.#clock();
    const row = {
      id: sessionIdOf(sid),
      accountId: session.passport?.user?.id ?? null,
      dataJson: JSON.stringify(session),
      expiresAt: new Date(now.getTime() + lifeMs),
      createdAt: now,
    };
    await this.#database.write((trx) =>
      trx('auth_session').insert(row).onConflict('id').merge(['accountId', 'dataJson', 'expiresAt']),
    );
  }
}
