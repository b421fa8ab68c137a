import type { Knex } from 'knex';
import type { Language } from '../../host/language.ts';
import type { Audience } from '../schemas.ts';

export interface Version {
  readonly audience: Audience;
  readonly language: Language;
  readonly revision: number;
  readonly source: string;
  readonly changedById: string | null;
  readonly changedAt: Date;
}

const columns = ['audience', 'language', 'revision', 'source', 'changedById', 'changedAt'];

/** Newest first. */
export const versionsOf = (db: Knex, audience: Audience, language: Language): Promise<Version[]> =>
  db('guides_version').where({ audience, language }).orderBy('revision', 'desc').select<Version[]>(columns);

export const latestVersion = (db: Knex, audience: Audience, language: Language): Promise<Version | undefined> =>
  db('guides_version').where({ audience, language }).orderBy('revision', 'desc').first<Version | undefined>(columns);

export const insertVersion = (trx: Knex.Transaction, version: Version & { readonly id: string }): Promise<unknown> =>
  trx('guides_version').insert(version);
