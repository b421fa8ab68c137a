import type { Knex } from 'knex';
import { type Fields, type ImportRecord, type Kind, nameOf } from '../domain/records.ts';

interface MemoryRow {
  readonly kind: Kind;
  readonly key: string;
  readonly fieldsJson: Fields;
}

export async function readMemory(db: Knex): Promise<ReadonlyMap<string, Fields>> {
  const rows = await db('import_memory').select<MemoryRow[]>('kind', 'key', 'fieldsJson');
  return new Map(rows.map((row) => [nameOf(row), row.fieldsJson]));
}

/** Remembers what the files say; `known` is what was remembered before. */
export async function remember(
  db: Knex,
  records: readonly ImportRecord[],
  known: ReadonlyMap<string, Fields>,
): Promise<void> {
  const rows = records.flatMap((record) => {
    const before = known.get(nameOf(record));
    const isNews = !before || Object.entries(record.fields).some(([name, value]) => before[name] !== value);
    const fieldsJson = JSON.stringify({ ...before, ...record.fields });
    return isNews ? [{ kind: record.kind, key: record.key, fieldsJson }] : [];
  });
  for (let from = 0; from < rows.length; from += 500)
    await db('import_memory')
      .insert(rows.slice(from, from + 500))
      .onConflict(['kind', 'key'])
      .merge(['fieldsJson']);
}

export async function forget(db: Knex, names: readonly Pick<ImportRecord, 'kind' | 'key'>[]): Promise<void> {
  for (const { kind, key } of names) await db('import_memory').where({ kind, key }).delete();
}
