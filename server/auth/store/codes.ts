import type { Knex } from 'knex';
import type { CodeTimes } from '../domain/code.ts';

export type CodePurpose = 'invitation' | 'family' | 'reset';

export interface CodeRow extends CodeTimes {
  readonly id: string;
  readonly purpose: CodePurpose;
  /** Whom it lets in; of a family code, whose child it brings. */
  readonly personId: string;
  readonly isMailed: boolean;
}

const columns = ['id', 'purpose', 'personId', 'expiresAt', 'usedAt', 'revokedAt', 'isMailed'] as const;

export const codeByHash = (db: Knex, codeHash: string): Promise<CodeRow | undefined> =>
  db('auth_code')
    .where({ codeHash })
    .first(...columns);

export const codeById = (db: Knex, id: string): Promise<CodeRow | undefined> =>
  db('auth_code')
    .where({ id })
    .first(...columns);

export const codesByIds = (db: Knex, ids: readonly string[]): Promise<CodeRow[]> =>
  db('auth_code')
    .whereIn('id', ids)
    .orderBy('id')
    .select(...columns);

export const openCodesOf = (db: Knex, personIds: readonly string[], now: Date): Promise<CodeRow[]> =>
  db('auth_code')
    .whereIn('personId', personIds)
    .where({ usedAt: null, revokedAt: null })
    .where('expiresAt', '>', now)
    .orderBy('id')
    .select(...columns);

export interface NewCodeRow {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly personId: string;
  readonly codeHash: string;
  readonly madeById: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly isMailed: boolean;
}

export const insertCodes = (db: Knex, rows: readonly NewCodeRow[]): Promise<unknown> =>
  db.batchInsert('auth_code', [...rows], 100);

/** Whoever makes a new one voids the old: one open invitation and one open reset code a person. */
export const revokeOpenCodes = (
  db: Knex,
  purpose: CodePurpose,
  personIds: readonly string[],
  now: Date,
): Promise<number> =>
  db('auth_code')
    .whereIn('personId', personIds)
    .where({ purpose, usedAt: null, revokedAt: null })
    .update({ revokedAt: now });

export const revokeCode = async (db: Knex, id: string, now: Date): Promise<boolean> =>
  (await db('auth_code').where({ id, usedAt: null, revokedAt: null }).update({ revokedAt: now })) > 0;

/** Uses a code up; of two at once one wins. */
export const takeCode = async (db: Knex, id: string, now: Date): Promise<boolean> =>
  (await db('auth_code')
    .where({ id, usedAt: null, revokedAt: null })
    .where('expiresAt', '>', now)
    .update({ usedAt: now })) > 0;

export const noteUser = (db: Knex, id: string, usedById: string): Promise<number> =>
  db('auth_code').where({ id }).update({ usedById });

export const forgetCodes = (db: Knex, before: Date): Promise<number> =>
  db('auth_code').where('expiresAt', '<', before).delete();
