import type { Knex } from 'knex';
import { type Fields, type ImportRecord, nameOf } from '../domain/records.ts';
import { saveMemory } from '../store/memory.ts';

/** Remembers what the files say; `known` is what was remembered before. */
export async function remember(
  db: Knex,
  records: readonly ImportRecord[],
  known: ReadonlyMap<string, Fields>,
): Promise<void> {
  const news = records.flatMap(({ kind, key, fields }) => {
    const before = known.get(nameOf({ kind, key }));
    const isNews = !before || Object.entries(fields).some(([name, value]) => before[name] !== value);
    return isNews ? [{ kind, key, fieldsJson: { ...before, ...fields } }] : [];
  });
  await saveMemory(db, news);
}
