import BetterSqlite from 'better-sqlite3';
import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';

/** Keeps everybody else from writing, as another process may, until told. */
async function lock({ app }: TestApp): Promise<() => Promise<void>> {
  const { database } = app.config;
  if (database.dialect === 'postgres') {
    const held = await app.database.writer.transaction();
    await held.raw('lock table people_person in exclusive mode');
    return async () => void (await held.commit());
  }
  const other = new BetterSqlite(database.file);
  other.exec('begin immediate');
  return async () => void other.exec('commit').close();
}

eachApp('While another process keeps the database from being written', (start) => {
  it('requests are answered, and what wants to be written is written afterwards', async () => {
    const test = await start();
    const { app, school, signIn, visitor } = test;
    const { id } = await school.staff('tutor');
    const browser = await signIn({ id });
    const free = await lock(test);
    const written: string[] = [];
    const write = async (language: string): Promise<void> => {
      await app.database.write((trx) => trx('people_person').where({ id }).update({ language }));
      written.push(language);
    };
    const writes = [write('es'), write('ru')];
    try {
      for (let nth = 0; nth < 3; nth++) {
        await visitor().get('/api/health').expect(200);
        await browser.get('/api/notices').expect(200);
      }
      expect(written).to.deep.equal([]);
    } finally {
      await free();
    }
    await Promise.all(writes);
    expect(written.toSorted()).to.deep.equal(['es', 'ru']);
  });
});
