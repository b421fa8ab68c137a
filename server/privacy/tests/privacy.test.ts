import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { makeWorld } from '../../../tests/access/world.ts';
import { columnsByTable } from '../../../tests/guards/product/tables.ts';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { system } from '../../access/actor.ts';
import type { App } from '../../app.ts';
import type { TablePrivacy } from '../../host/privacy.ts';
import { erase } from '../commands/erase.ts';
import { personIdsInLog } from '../erasureLog.ts';
import { rowsOf } from '../store/rows.ts';

const canary = 'canary';

/** Columns whose values are words of somebody, not of a list, a hash or an id. */
const isText = (value: unknown): boolean => typeof value === 'string' && !/^[0-9a-f-]{36}$/.test(value);

/** Writes a word of its own into every text of this person that erasing overwrites; returns the words. */
async function plant({ app }: TestApp, personId: string): Promise<string[]> {
  const planted: string[] = [];
  const { database, tables } = app;
  for (const table of tables) {
    const [row] = await rowsOf(database.reader, table, personId).select('*').limit(1);
    if (!row || table.erases === 'nothing') continue;
    for (const column of plantable(table)) {
      const word = `${canary}-${table.table}-${column}`;
      await database.write((trx) =>
        rowsOf(trx, table, personId)
          .limit(1)
          .update({ [column]: word }),
      );
      planted.push(word);
    }
  }
  return planted;
}

/** Texts that hold whatever somebody wrote; the others are guarded by checks. */
const plantable = ({ table, overwritten }: TablePrivacy): string[] =>
  Object.entries(overwritten)
    .filter(([column, to]) => (to === null || isText(to)) && !/_(id|json|at|on)$|^(zone|internet)$/.test(column))
    .map(([column]) => column)
    .filter((column) => table !== 'people_device' || column === 'label');

/** Every value of the database as one text. */
async function everything({ database }: App): Promise<string> {
  const texts: string[] = [];
  for (const table of (await columnsByTable(database)).keys())
    texts.push(JSON.stringify(await database.reader(table).select('*')));
  return texts.join('\n');
}

async function leave({ app }: TestApp, personId: string): Promise<void> {
  await app.database.write((trx) => trx('people_person').where({ id: personId }).update({ isActive: false }));
}

eachApp('Whoever has left', (start) => {
  it('is taken out whole and erased from every table, and counts stay', async () => {
    const test = await start();
    const { here } = await makeWorld(test);
    const admin = await test.signIn(await test.school.staff('admin'));
    const planted = await plant(test, here.studentId);
    expect(planted).to.include.members(['canary-people_person-given_name', 'canary-timetable_reschedule-reason']);

    const { body } = await admin.post(`/api/people/${here.studentId}/export`).expect(200);
    for (const word of planted) expect(JSON.stringify(body)).to.include(word);

    await leave(test, here.studentId);
    const reply = await admin
      .post(`/api/people/${here.studentId}/erasure`)
      .send({ name: await nameOf(test, here.studentId) });
    expect(reply.status, reply.text).to.equal(200);
    await test.settle();

    expect((await everything(test.app)).match(/canary[\w-]*/g) ?? []).to.deep.equal([]);
    expect(await test.app.database.reader('people_student').where({ personId: here.studentId })).to.have.length(1);
  });

  it('is taken out with the files they uploaded and the photograph of them, and their contents are gone after erasure', async () => {
    const test = await start();
    const student = await test.school.student({ givenName: 'Ana', familyName: 'Ruiz' });
    const admin = await test.signIn(await test.school.staff('admin'));
    const [own, colleague] = [await test.signIn(student), await test.signIn(await test.school.staff('teacher'))];
    const upload = async (agent: TestAgent, name: string): Promise<string> => {
      const reply = await agent
        .post('/api/files')
        .query({ name })
        .set('Content-Type', 'application/octet-stream')
        .send(Buffer.from(`%PDF-1.4 ${canary} ${name}`))
        .expect(201);
      return reply.body.id;
    };
    const [essay, shown, other] = [
      await upload(own, 'essay.pdf'),
      await upload(admin, 'shown.pdf'),
      await upload(admin, 'other.pdf'),
    ];
    const links = [student.id, test.app.newId()].map((ownerKey, at) => ({
      ...{ fileId: at === 0 ? shown : other, owner: 'introductions.photo', ownerKey },
      linkedAt: test.clock.now(),
    }));
    await test.app.database.write((trx) => trx('files_link').insert(links));

    const { body } = await admin.post(`/api/people/${student.id}/export`).expect(200);
    expect(body.files.map(({ name }: { name: string }) => name)).to.have.members(['essay.pdf', 'shown.pdf']);
    const fileOf = (id: string) => `/api/people/${student.id}/export/files/${id}`;
    const { body: content } = await admin.get(fileOf(essay)).buffer(true).expect(200);
    expect(Buffer.from(content).toString()).to.include(`${canary} essay.pdf`);
    await own.get(fileOf(shown)).expect(200);
    await admin.get(fileOf(other)).expect(404);
    await colleague.get(fileOf(essay)).expect(404);

    await leave(test, student.id);
    await admin.post(`/api/people/${student.id}/erasure`).send({ name: 'Ana Ruiz' }).expect(200);
    for (const days of [2, 2, 2]) {
      test.clock.advance({ days });
      await test.settle();
    }
    const left: { name: string }[] = await test.app.database.reader('files_file').select('name');
    expect(left).to.deep.equal([{ name: 'other.pdf' }]);
    const stored = await readdir(join(test.app.config.dataDir, 'files'), { recursive: true, withFileTypes: true });
    expect(stored.filter((entry) => entry.isFile())).to.have.length(1);
  });

  it('is not erased while taking part, nor under another name', async () => {
    const test = await start();
    const student = await test.school.student({ givenName: 'Ana', familyName: 'Ruiz' });
    const admin = await test.signIn(await test.school.staff('admin'));
    const path = `/api/people/${student.id}/erasure`;
    const active = await admin.post(path).send({ name: 'Ana Ruiz' }).expect(409);
    expect(active.body.type).to.match(/privacy\/still-active$/);
    await leave(test, student.id);
    const other = await admin.post(path).send({ name: 'Eva Ruiz' }).expect(422);
    expect(other.body.type).to.match(/privacy\/name-differs$/);
    await admin.post(path).send({ name: 'ana ruiz' }).expect(200);
  });

  it('is erased again when a backup from before brings them back', async () => {
    const test = await start();
    const student = await test.school.student({ givenName: 'Ana', familyName: 'Ruiz' });
    await leave(test, student.id);
    const admin = await test.signIn(await test.school.staff('admin'));
    await admin.post(`/api/people/${student.id}/erasure`).send({ name: 'Ana Ruiz' }).expect(200);
    await test.settle();
    expect(await personIdsInLog(test.app.config.dataDir)).to.deep.equal([student.id]);
    expect(await readFile(join(test.app.config.dataDir, 'erasures.jsonl'), 'utf8')).to.not.include('Ruiz');

    // What a restored backup has: the name, and no memory of the erasure.
    await test.app.database.write(async (trx) => {
      await trx('privacy_erasure').delete();
      await trx('people_person').where({ id: student.id }).update({ familyName: 'Ruiz' });
    });
    test.clock.advance({ hours: 2 });
    await test.settle();
    // The schedule only asks for the job.
    await test.settle();
    expect(await nameOf(test, student.id)).to.not.include('Ruiz');
  });

  it('is forgotten by a table only once the time that it declares is over', async () => {
    const test = await start();
    const { id: actorId } = await test.school.staff('admin');
    const entry = { actorId, act: 'tests.seen', entity: 'tests.thing', entityId: '1', detailJson: '{}' };
    const days = (count: number) => new Date(test.clock.read().getTime() - count * 86_400_000);
    await test.app.database.write((trx) =>
      trx('audit_entry').insert([
        { ...entry, id: test.app.newId(), happenedAt: days(1093) },
        { ...entry, id: test.app.newId(), happenedAt: days(1096) },
      ]),
    );
    const kept = days(1093);
    await test.settle();
    test.clock.advance({ hours: 25 });
    await test.settle();
    const left: { happenedAt: Date }[] = await test.app.database.reader('audit_entry').where({ act: 'tests.seen' });
    expect(left.map(({ happenedAt }) => happenedAt)).to.deep.equal([kept]);
  });

  it('leaves a canary where a table erases less than it declares', async () => {
    const test = await start();
    const student = await test.school.student();
    const planted = await plant(test, student.id);
    const careless = () =>
      test.app.tables.map((table) =>
        table.table === 'people_person' ? { ...table, overwritten: { email: null } } : table,
      );
    await test.app.scopes.inWrite(system, (scope) => erase(careless)(scope, student.id));
    expect(planted).to.not.have.length(0);
    expect(await everything(test.app)).to.include('canary-people_person-given_name');
  });
});

async function nameOf({ app }: TestApp, personId: string): Promise<string> {
  const row: { givenName: string; familyName: string; middleName: string | null } | undefined = await app.database
    .reader('people_person')
    .where({ id: personId })
    .first('givenName', 'familyName', 'middleName');
  return [row?.givenName, row?.middleName, row?.familyName].filter(Boolean).join(' ');
}
