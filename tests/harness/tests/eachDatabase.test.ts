import { expect } from 'chai';
import type { Plugin } from '../../../server/host/plugin.ts';
import { apiRef } from '../../../server/host/plugin.ts';
import { eachDatabase } from '../eachDatabase.ts';
import { postgresFrom } from '../postgresDatabases.ts';
import { tablesOf } from '../template.ts';

const notes: Plugin<unknown> = {
  ref: apiRef('notes'),
  home: new URL('./', import.meta.url),
  migrations: [
    {
      name: '20260901_note',
      up: (db) => db.schema.createTable('notes_note', (t) => void t.text('text')),
      down: (db) => db.schema.dropTable('notes_note'),
    },
  ],
  start: () => ({ api: {} }),
};

eachDatabase('A database of the harness', (open) => {
  it('is migrated and keeps what is written', async () => {
    const { reader, write } = await open([notes]);
    await write((trx) => trx('notes_note').insert({ text: 'hello' }));
    expect(await reader('notes_note').select('text')).to.deep.equal([{ text: 'hello' }]);
  });

  it('has no rows of the test before', async () => {
    const { reader } = await open([notes]);
    expect(await reader('notes_note').select('text')).to.deep.equal([]);
  });

  for (const change of ['drop table notes_note', 'alter table notes_note add column extra text', 'select 1'])
    it(`has the tables of its template, and leaves them after "${change}"`, async () => {
      const { reader, writer } = await open([notes]);
      expect(await reader('notes_note').columnInfo()).to.have.all.keys('text');
      await writer.raw(change);
    });

  it('is apart from another that the same test opens', async () => {
    const [one, other] = [await open([notes]), await open([notes])];
    await one.write((trx) => trx('notes_note').insert({ text: 'hello' }));
    expect(await other.reader('notes_note').select('text')).to.deep.equal([]);
  });

  it('may be migrated for no plugin at all', async () => {
    const { reader } = await open([]);
    expect(await reader.raw('select 1 as one')).to.deep.equal([{ one: 1 }]);
  });
});

describe('A database of PostgreSQL', () => {
  it('is emptied and given again, because a new one is dear', async () => {
    const template = tablesOf([notes]);
    const one = await postgresFrom(template);
    await one.remove();
    const again = await postgresFrom(template);
    await again.remove();
    expect(again.config).to.deep.equal(one.config);
  });
});
