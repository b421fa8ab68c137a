import type { Knex } from 'knex';
import type { Fields, ImportRecord, Kind } from '../domain/records.ts';

export interface MemoryRow {
  readonly kind: Kind;
  readonly key: string;
  readonly fieldsJson: Fields;
}

export const readMemory = (db: Knex): Promise<MemoryRow[]> =>
  db('import_memory').select<MemoryRow[]>('kind', 'key', 'fieldsJson');

/** Stores what the import remembers of each thing, in the place of what it remembered before. */
export async function saveMemory(db: Knex, rows: readonly MemoryRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 500)
    await db('import_memory')
      .insert(rows.slice(from, from + 500).map((row) => ({ ...row, fieldsJson: JSON.stringify(row.fieldsJson) })))
      .onConflict(['kind', 'key'])
      .merge(['fieldsJson']);
}

export async function forget(db: Knex, names: readonly Pick<ImportRecord, 'kind' | 'key'>[]): Promise<void> {
  for (const { kind, key } of names) await db('import_memory').where({ kind, key }).delete();
}
