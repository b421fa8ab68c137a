import { expect } from 'chai';
import { migrate, migrateDown } from '../../../server/db/migrate.ts';
import { apiRef, type Plugin } from '../../../server/host/plugin.ts';
import type { TestApp } from '../../harness/eachApp.ts';
import { eachApp } from '../../harness/eachApp.ts';
import { eachDatabase } from '../../harness/eachDatabase.ts';
import { foreignTables, schemaOf, tablesOf } from './tables.ts';

async function seed({ school }: TestApp): Promise<void> {
  const group = await school.group();
  const student = await school.student();
  await school.guardian(student);
  await school.member(group, student);
  const part = await school.subgroup(group);
  await school.subgroupMember(part, student);
  await school.tutor(group, await school.staff('tutor'));
  await school.course(group);
  await school.term();
  await school.grid(group);
}

eachApp('The histories of tables', (start) => {
  it('lead up, down and up again to the same tables, with rows in them', async () => {
    const test = await start();
    const { database, loaded } = test.app;
    const plugins = loaded.map(({ plugin }) => plugin);
    await seed(test);
    const before = await schemaOf(database);

    await migrateDown(database, plugins);
    const left = (await tablesOf(database)).filter((name) => !/_migrations(_lock)?$/.test(name));
    expect(left, 'tables left after going down').to.deep.equal([]);

    await migrate(database, plugins);
    expect(await schemaOf(database)).to.deep.equal(before);
    await seed(test);
  });

  it('make only tables that begin with the id of their plugin', async () => {
    const { app } = await start();
    const plugins = app.loaded.map(({ plugin }) => plugin);
    await migrateDown(app.database, plugins);
    const made = new Map<string, string[]>();
    for (const [at, { ref }] of plugins.entries()) {
      const before = await tablesOf(app.database);
      await migrate(app.database, plugins.slice(0, at + 1));
      made.set(
        ref.plugin,
        (await tablesOf(app.database)).filter((name) => !before.includes(name)),
      );
    }
    expect(foreignTables(made)).to.deep.equal([]);
  });
});

const forgetful: Plugin<unknown> = {
  ref: apiRef('polls'),
  home: new URL('./', import.meta.url),
  migrations: [
    {
      name: '001',
      up: async (db) => {
        await db.schema.createTable('polls_poll', (t) => void t.text('title'));
        await db.schema.createTable('forum_vote', (t) => void t.text('voter'));
      },
      down: (db) => db.schema.dropTable('polls_poll'),
    },
  ],
  start: () => ({ api: {} }),
};

eachDatabase('The guard of tables', (open) => {
  it('tells of a table with the name of another plugin, and of one that is left behind', async () => {
    const database = await open([forgetful]);
    expect(foreignTables(new Map([['polls', await tablesOf(database)]]))).to.deep.equal([
      'polls makes the table forum_vote',
    ]);
    await migrateDown(database, [forgetful]);
    expect(await tablesOf(database)).to.include('forum_vote');
  });
});
