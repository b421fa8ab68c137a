import { type SessionData, Store } from 'express-session';
import type { Database } from '../db/database.ts';
import { textListOf } from '../db/many.ts';
import { prepared } from '../db/prepared.ts';
import { sessionIdOf } from './sessionCookie.ts';

/** A signed-in session that is used is prolonged at most this often, so that reading does not write. */
const touchEveryMs = 600_000;
const lifeMs = 14 * 86_400_000;
/** A sign-in that was begun is finished within this time or begun anew. */
export const halfwayMs = 600_000;

type Done = (reason?: unknown) => void;

interface Living {
  readonly id: string;
  readonly dataJson: SessionData;
  readonly expiresAt: Date;
  readonly lastSeenAt: Date;
}

const livingSessions = prepared<{ ids: string; now: Date }, Living>((db, value) =>
  db('auth_session')
    .whereIn('id', textListOf(db, value('ids')))
    .where('expiresAt', '>', value('now'))
    .select('id', 'dataJson', 'expiresAt', 'lastSeenAt'),
);

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

  /** Every request has kept its session alive already. */
  override touch(_sid: string, _session: SessionData, done?: () => void): void {
    done?.();
  }

  /** Prolongs a session that is used, from time to time. That it cannot be done now is no reason to refuse a request. */
  async keepAlive(sid: string, session: SessionData): Promise<void> {
    const idleMs = this.#clock().getTime() - new Date(session.seenAt ?? 0).getTime();
    if (idleMs >= touchEveryMs) await this.#prolong(sid, session).catch(() => undefined);
  }

  /** The session that lives under this id now. */
  async find(sid: string): Promise<SessionData | null> {
    const id = sessionIdOf(sid);
    return (await this.findAll([id])).get(id) ?? null;
  }

  /** Those of many sessions that live now, by the hashes of their ids. */
  async findAll(ids: readonly string[], db = this.#database.reader): Promise<ReadonlyMap<string, SessionData>> {
    const rows = await livingSessions(db, { ids: JSON.stringify(ids), now: this.#clock() });
    return new Map(
      rows.map(({ id, dataJson, expiresAt, lastSeenAt }) => [
        id,
        { ...dataJson, keptUntil: expiresAt.toISOString(), seenAt: lastSeenAt.toISOString() },
      ]),
    );
  }

  #lifeOf(session: SessionData): { expiresAt: Date; lastSeenAt: Date } {
    const now = this.#clock();
    const ms = session.passport?.user ? lifeMs : halfwayMs;
    return { expiresAt: new Date(now.getTime() + ms), lastSeenAt: now };
  }

  /** Only the times: a request that began before another one changed the session must not bring the old back. */
  async #prolong(sid: string, session: SessionData): Promise<void> {
    const life = this.#lifeOf(session);
    await this.#database.write((trx) =>
      trx('auth_session')
        .where({ id: sessionIdOf(sid) })
        .update(life),
    );
  }

  async #save(sid: string, session: SessionData): Promise<void> {
    const { keptUntil, seenAt: _, ...data } = session;
    const id = sessionIdOf(sid);
    const life = this.#lifeOf(session);
    const row = { accountId: session.passport?.user?.id ?? null, dataJson: JSON.stringify(data), ...life };
    await this.#database.write(async (trx) => {
      // One that was read from the store and is gone by now was ended meanwhile; it must not live again.
      if (keptUntil) await trx('auth_session').where({ id }).update(row);
      else
        await trx('auth_session')
          .insert({ ...row, id, createdAt: life.lastSeenAt })
          .onConflict('id')
          .merge(['accountId', 'dataJson', 'expiresAt', 'lastSeenAt']);
    });
  }
}
