import type { Knex } from 'knex';
import type { Device } from '../domain/device.ts';

export interface SessionRow {
  readonly id: string;
  readonly dataJson: { readonly device?: Device };
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** Sessions that live, last used first. */
export const sessionsOf = (db: Knex, accountId: string, now: Date): Promise<SessionRow[]> =>
  db('auth_session')
    .where({ accountId })
    .where('expiresAt', '>', now)
    .orderBy([{ column: 'lastSeenAt', order: 'desc' }, 'id'])
    .select('id', 'dataJson', 'createdAt', 'lastSeenAt');

export const endSessionsOf = (db: Knex, accountId: string, exceptId = ''): Promise<number> =>
  db('auth_session').where({ accountId }).whereNot({ id: exceptId }).delete();

export const endSession = async (db: Knex, accountId: string, id: string): Promise<boolean> =>
  (await db('auth_session').where({ accountId, id }).delete()) > 0;

export const forgetSessions = (db: Knex, now: Date): Promise<number> =>
  db('auth_session').where('expiresAt', '<=', now).delete();
