import type { Knex } from 'knex';
import type { Language } from '../../host/language.ts';

/** A sheet of cards that was asked for. */
export interface SheetRow {
  readonly id: string;
  readonly ownerId: string;
  readonly heading: string;
  readonly codeIdsJson: readonly string[];
  readonly language: Language;
  readonly zone: string;
  readonly madeAt: Date;
  readonly jobId: string | null;
}

const columns = ['id', 'ownerId', 'heading', 'codeIdsJson', 'language', 'zone', 'madeAt', 'jobId'];

export const insertSheet = (db: Knex, { codeIdsJson, ...sheet }: SheetRow): Promise<unknown> =>
  db('auth_sheet').insert({ ...sheet, codeIdsJson: JSON.stringify(codeIdsJson) });

export const sheetById = (db: Knex, id: string): Promise<SheetRow | undefined> =>
  db('auth_sheet').where({ id }).first<SheetRow | undefined>(columns);

/** The sealed PDF; null while it is being drawn. */
export async function sealedSheet(db: Knex, id: string): Promise<string | null> {
  const row = await db('auth_sheet').where({ id }).first<{ contentSealed: string | null } | undefined>('contentSealed');
  return row?.contentSealed ?? null;
}

export const isDrawn = async (db: Knex, id: string): Promise<boolean> =>
  (await db('auth_sheet').where({ id }).whereNotNull('contentSealed').first('id')) !== undefined;

export const keepSealed = (db: Knex, id: string, contentSealed: string): Promise<number> =>
  db('auth_sheet').where({ id }).update({ contentSealed });

export const forgetSheets = (db: Knex, before: Date): Promise<number> =>
  db('auth_sheet').where('madeAt', '<', before).delete();
