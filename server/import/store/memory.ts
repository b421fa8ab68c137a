import type { Knex } from 'knex';
import type { Many } from '../../db/laid.ts';
import { deleteMany, insertMany } from '../../db/many.ts';
import type { ToRemember } from '../domain/memory.ts';
import type { Fields, ImportRecord, Kind } from '../domain/records.ts';

export interface MemoryRow {
  readonly kind: Kind;
  readonly key: string;
  readonly fieldsJson: Fields;
}

/** What imports have said that were carried out, oldest first: a later row stands over an earlier one. */
export const readMemory = (db: Knex): Promise<MemoryRow[]> =>
  db('import_said as said')
    .leftJoin('import_run as run', 'run.number', 'said.number')
    .where((stands) => stands.where('said.number', 0).orWhereNot('run.state', 'open'))
    .orderBy('said.number')
    .select<MemoryRow[]>('said.kind', 'said.key', 'said.fieldsJson');

/** What imports say; it counts from the moment at which the run with the row's number is carried out. */
export const saidTable = {
  table: 'import_said',
  insert: (db: Knex, rows: Many): Promise<void> =>
    insertMany(db, 'import_said', rows, { on: ['kind', 'key', 'number'], take: ['fieldsJson'] }),
};

export const saidRows = (number: number, rows: readonly ToRemember[]): readonly object[] =>
  rows.map(({ kind, key, fieldsJson, personKey, otherKey }) => ({
    ...{ number, kind, key, personKey, otherKey },
    fieldsJson: JSON.stringify(fieldsJson),
  }));

/** Forgets things whole, whoever said them. */
export const forget = (db: Knex, names: readonly Pick<ImportRecord, 'kind' | 'key'>[]): Promise<void> =>
  deleteMany(
    db,
    'import_said',
    names.map(({ kind, key }) => ({ kind, key })),
  );

/** Forgets what one import said of these things; what was said before counts again. */
export const unsay = (db: Knex, number: number, names: readonly Pick<ImportRecord, 'kind' | 'key'>[]): Promise<void> =>
  deleteMany(
    db,
    'import_said',
    names.map(({ kind, key }) => ({ kind, key, number })),
  );

/** Takes away rows of before this number over which a later one stands; nobody can go back there any more. */
export const forgetOverwritten = (db: Knex, before: number): Promise<number> =>
  db('import_said')
    .where('number', '<', before)
    .whereExists(
      db('import_said as later')
        .join('import_run as run', 'run.number', 'later.number')
        .whereRaw('later.kind = import_said.kind and later.key = import_said.key and later.number > import_said.number')
        .where('later.number', '<=', before)
        .whereNot('run.state', 'open')
        .select(db.raw('1')),
    )
    .delete();

/** What an import said that was never carried out. */
export const forgetNumber = (db: Knex, number: number): Promise<number> => db('import_said').where({ number }).delete();
