import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import type { Actor } from '../access/actor.ts';
import { connect } from '../db/connect.ts';
import type { Database } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import type { Plugin } from './plugin.ts';

/** A school with every table and nobody in it but whoever looks: what administrators see the pages of a role in. */
export interface EmptySchool {
  /** A reader of it, for somebody who finds only their own name there. */
  readerFor(actor: Actor): Promise<Knex>;
  close(): Promise<void>;
}

/** Made when the first administrator looks, in a file of its own that goes with the process. */
export function createEmptySchool(real: Database, plugins: readonly Plugin<unknown>[]): EmptySchool {
  // biome-ignore lint/plugin: the name of a file that only this process uses
  const file = join(tmpdir(), `tutoria-empty-${process.pid}-${randomUUID()}.db`);
  let made: Promise<Database> | undefined;

  async function make(): Promise<Database> {
    const database = connect({ dialect: 'sqlite', file, readers: 1 });
    await migrate(database, plugins);
    return database;
  }

  return {
    readerFor: async ({ personId }) => {
      made ??= make();
      const database = await made;
      const name = { givenName: '', familyName: '', sortText: '', language: '', zone: '', createdAt: '' };
      const self = await real.reader('people_person').where({ id: personId }).first(Object.keys(name));
      if (self)
        await database.write((trx) =>
          trx('people_person')
            .insert({ id: personId, ...self, internet: 'good', isActive: true })
            .onConflict('id')
            .merge(['language', 'zone']),
        );
      return database.reader;
    },
    close: async () => {
      if (!made) return;
      await (await made).close();
      for (const end of ['', '-wal', '-shm']) await rm(`${file}${end}`, { force: true });
    },
  };
}
