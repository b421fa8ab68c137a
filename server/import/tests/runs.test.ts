import { read, utils, write } from '@e965/xlsx';
import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import type { Database } from '../../db/database.ts';
import type { RunView } from '../schemas/imports.ts';
import { filesOf, goodLines, goodSchool, type Lines } from './goodSchool.ts';
import { applied, replanned, sourceOf, undone, uploaded } from './upload.ts';

const sourcesOf = (lines: Lines) => filesOf(lines).map(sourceOf);
const goodSources = () => goodSchool().map(sourceOf);

/** Changes a name by hand after all was planned, just before it is stored. */
const meddling = (database: Database, meddled: { on: boolean }): Database => ({
  ...database,
  write: async (work, before) => {
    if (meddled.on && before) {
      meddled.on = false;
      await database.write((trx) => trx('people_person').where({ externalId: 'ann' }).update({ givenName: 'Annie' }));
    }
    return database.write(work, before);
  },
});

eachApp('An import', (start) => {
  let test: TestApp;
  let admin: TestAgent;
  beforeEach(async () => {
    test = await start();
    admin = await test.signIn(await test.school.staff('admin'));
  });

  const count = async (table: string): Promise<number> => {
    const rows: unknown[] = await test.app.database.reader(table).select('*');
    return rows.length;
  };
  const counts = (run: RunView, kind: string) => run.summary?.counts.find((one) => one.kind === kind);
  const byHand = async (externalId: string, change: object): Promise<void> =>
    test.app.database.write(async (trx) => void (await trx('people_person').where({ externalId }).update(change)));
  const brought = async (): Promise<RunView> => applied(test, admin, await uploaded(test, admin, goodSources()));

  it('shows what it would do, and then does exactly that', async () => {
    const run = await uploaded(test, admin, goodSources());
    expect(run.summary?.faults).to.equal(0);
    expect(counts(run, 'student')).to.deep.include({ add: 3, change: 0, remove: 0, leftAlone: 0 });
    expect(await count('people_student')).to.equal(0);
    const { body } = await admin.get(`/api/import/runs/${run.id}/changes?kind=person&text=ANTONOV`).expect(200);
    expect(body.items.map(({ title }: { title: string }) => title)).to.have.members([
      'Antonova Ann',
      'Antonov Bob',
      'Antonova Mila',
    ]);
    const done = await applied(test, admin, run);
    expect(done.state).to.equal('applied');
    expect(await count('people_student')).to.equal(3);
    expect(await count('school_group_member')).to.equal(4);
    expect(await count('import_piece')).to.equal(0);
  });

  it('gives nobody more than the pages would: neither roles nor the way in of those above', async () => {
    const boss = await test.school.staff('admin', { email: 'boss@school.example' });
    const coordinator = await test.signIn(await test.school.staff('coordinator'));
    const heading = 'id,given_name,family_name,language,zone,email,roles';
    const plan = (agent: TestAgent, row: string) =>
      uploaded(test, agent, [sourceOf({ name: 'staff.csv', text: `${heading}\n${row}\n` })]);
    const apply = (agent: TestAgent, { id, fingerprint }: RunView) =>
      agent.post(`/api/import/runs/${id}/apply`).send({ fingerprint });
    for (const row of [
      'mole,Max,Mole,en,UTC,,admin',
      'mole,Max,Mole,en,UTC,,teacher|coordinator',
      `${boss.id},Given,Family,en,UTC,thief@x.example,`,
    ]) {
      const run = await plan(coordinator, row);
      expect(run.may.apply, row).to.equal(true);
      const { body } = await apply(coordinator, run).expect(403);
      expect(body.type, row).to.equal('/problems/import/beyond-your-rights');
    }
    const teachers = await plan(coordinator, 'mole,Max,Mole,en,UTC,m@x.example,teacher|tutor');
    expect((await applied(test, coordinator, teachers)).state).to.equal('applied');
    const more = await plan(admin, 'mole,Max,Mole,en,UTC,m@x.example,teacher|tutor|admin');
    expect((await applied(test, admin, more)).state).to.equal('applied');
    await coordinator.post(`/api/import/runs/${more.id}/undo`).expect(403);
    expect((await undone(test, admin, more.id)).state).to.equal('undone');
  });

  it('of the whole school the other way, an export, wants a password given recently', async () => {
    test.clock.advance({ hours: 1 });
    const { body } = await admin.post('/api/import/exports').send({ format: 'csv' }).expect(403);
    expect(body.type).to.equal('/problems/http/step-up-needed');
  });

  it('changes nothing when data changed since it was looked at', async () => {
    const run = await uploaded(test, admin, goodSources());
    await test.school.term({ startsOn: '2020-01-01', endsOn: '2020-02-01' });
    await test.app.database.write((trx) =>
      trx('people_person').insert({
        ...{ id: test.app.newId(), externalId: 'ann', givenName: 'Other', familyName: 'Person' },
        ...{ sortText: 'person other', language: 'en', zone: 'UTC', isActive: true, createdAt: test.clock.now() },
      }),
    );
    const refused = await applied(test, admin, run);
    expect(refused.state).to.equal('open');
    expect(await count('school_group')).to.equal(0);
    const { body: job } = await admin.get(`/api/jobs/${run.jobId && refused.jobId}`).expect(200);
    expect(job).to.include({ state: 'failed', problem: 'import/changed-since-plan' });
    const again = await replanned(test, admin, run.id);
    expect(counts(again, 'person')).to.deep.include({ change: 1 });
    expect((await applied(test, admin, again)).state).to.equal('applied');
  });

  it('does nothing when somebody changes something at the last moment, and keeps what they did', async () => {
    const meddled = { on: false };
    test = await start({ around: (database) => meddling(database, meddled) });
    admin = await test.signIn(await test.school.staff('admin'));
    await brought();
    const lines = goodLines();
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace('ann,Ann', 'ann,Anna'));
    const run = await uploaded(test, admin, sourcesOf(lines));
    meddled.on = true;
    expect((await applied(test, admin, run)).state).to.equal('open');
    expect(meddled.on).to.equal(false);
    const ann = await test.app.database.reader('people_person').where({ externalId: 'ann' }).first('givenName');
    expect(ann).to.deep.equal({ givenName: 'Annie' });
  });

  it('tells every fault with file, line, column and remedy, and does nothing', async () => {
    const lines = goodLines();
    lines['courses.csv']?.push(',7z,,Algebra,nobody,99,');
    const run = await uploaded(test, admin, sourcesOf(lines));
    expect(run.summary?.faults).to.equal(1);
    const { body } = await admin.get(`/api/import/runs/${run.id}/faults`).expect(200);
    expect(body.items[0]).to.deep.include({
      ...{ file: 'courses.csv', line: 6, column: 'lessons_a_week', code: 'number', value: '99' },
      params: { least: 1, most: 40 },
    });
    await admin.post(`/api/import/runs/${run.id}/apply`).send({ fingerprint: run.fingerprint }).expect(409);
  });

  it('brought again changes only what changed, and nothing that was set by hand', async () => {
    await brought();
    await byHand('ann', { phone: '+1 555 0100' });
    const lines = goodLines();
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace('ann,Ann', 'ann,Anna'));
    const run = await uploaded(test, admin, sourcesOf(lines));
    expect(run.summary?.changes).to.equal(1);
    await applied(test, admin, run);
    const row = await test.app.database
      .reader('people_person')
      .where({ externalId: 'ann' })
      .first('givenName', 'phone');
    expect(row).to.deep.equal({ givenName: 'Anna', phone: '+1 555 0100' });
  });

  it('is undone, but for what was changed by hand since, which is listed', async () => {
    await test.school.term({ startsOn: '2020-01-01', endsOn: '2020-02-01' });
    const run = await brought();
    await byHand('bob', { phone: '+1 555 0100', familyName: 'Byhandov' });
    const after = await undone(test, admin, run.id);
    expect(after.state).to.equal('undone');
    const { body } = await admin.get(`/api/import/runs/${run.id}/changes?kept=yes`).expect(200);
    const kept: { key: string; kept: string }[] = body.items;
    expect(kept.map(({ key, kept: why }) => `${key} ${why}`)).to.include('bob edited');
    const people: { externalId: string | null }[] = await test.app.database
      .reader('people_person')
      .whereNotNull('externalId')
      .select('externalId');
    expect(people.map(({ externalId }) => externalId)).to.have.members(['bob', 'mum']);
    expect(await count('school_term')).to.equal(1);
    expect(await count('school_course')).to.equal(0);
    expect(await count('school_group_member')).to.equal(1);
    await admin.post(`/api/import/runs/${run.id}/undo`).expect(409);
    const again = await uploaded(test, admin, goodSources());
    expect((await applied(test, admin, again)).state).to.equal('applied');
    expect(await count('people_student')).to.equal(3);
    const bob = await test.app.database.reader('people_person').where({ externalId: 'bob' }).first('familyName');
    expect(bob).to.deep.equal({ familyName: 'Byhandov' });
  });

  it('is undone though the product has made boards of its own for what it brought, unless somebody wrote there', async () => {
    const run = await brought();
    test.clock.advance({ minutes: 5 });
    await test.settle();
    expect(await count('forum_board')).to.be.above(10);
    await test.app.database.write(async (trx) => {
      const groupId = trx('school_group').where({ externalId: '7b' }).select('id');
      const [board]: { id: string }[] = await trx('forum_board').where({ kind: 'group', groupId }).select('id');
      const [madeAt, activeAt] = [test.clock.now(), test.clock.now()];
      const topic = { id: test.app.newId(), boardId: board?.id, title: 'Trip', madeAt, activeAt };
      await trx('forum_topic').insert(topic);
    });
    const after = await undone(test, admin, run.id);
    const { body } = await admin.get(`/api/import/runs/${run.id}/changes?kept=yes`).expect(200);
    expect(body.items.map(({ key, kept }: { key: string; kept: string }) => `${key} ${kept}`)).to.deep.equal([
      '7b used',
    ]);
    expect(after.state).to.equal('undone');
    expect(await count('people_student')).to.equal(0);
  });

  it('leaves no files behind, though nobody cleared up after it was carried out', async () => {
    const run = await brought();
    await test.settle();
    await test.app.database.write((trx) =>
      trx('import_piece').insert({ runId: run.id, file: 0, nth: 0, data: 'aWQ=' }),
    );
    const next = await uploaded(test, admin, goodSources());
    test.clock.advance({ hours: 2 });
    await test.settle();
    const left: { runId: string }[] = await test.app.database.reader('import_piece').distinct('runId');
    expect(left).to.deep.equal([{ runId: next.id }]);
  });

  it('undoes a change of values to what they were', async () => {
    await brought();
    const lines = goodLines();
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace(',7,7a,Blue', ',8,7b,'));
    const run = await applied(test, admin, await uploaded(test, admin, sourcesOf(lines)));
    await undone(test, admin, run.id);
    expect((await uploaded(test, admin, goodSources())).summary?.changes).to.equal(0);
  });

  it('asks what an unknown heading means, and remembers the answer', async () => {
    const lines = goodLines();
    lines['terms.csv'] = ['Bezeichnung,starts_on,ends_on,colour', 'Autumn,2026-09-01,2026-12-25,red'];
    const run = await uploaded(test, admin, sourcesOf({ 'terms.csv': lines['terms.csv'] }));
    expect(run.summary?.sheets[0]?.missing).to.deep.equal(['name']);
    expect(run.summary?.sheets[0]?.headings.filter(({ column }) => column === null)).to.have.length(2);
    const headings = [
      { form: 'terms', heading: 'Bezeichnung', column: 'name' },
      { form: 'terms', heading: 'colour', column: '' },
    ];
    const told = await replanned(test, admin, run.id, { headings });
    expect(told.summary).to.deep.include({ faults: 0, changes: 1 });
    const next = await uploaded(test, admin, sourcesOf({ 'terms.csv': lines['terms.csv'] }));
    expect(next.summary).to.deep.include({ faults: 0, changes: 1 });
  });

  it('reads workbooks, and writes them so that they are read as the same', async () => {
    await brought();
    const { body: begun } = await admin.post('/api/import/exports').send({ format: 'xlsx' }).expect(201);
    await test.settle();
    const { body: bytes } = await admin.get(`/api/import/exports/${begun.id}/file`).buffer(true).expect(200);
    expect(read(bytes).SheetNames).to.include('students');
    const run = await uploaded(test, admin, [{ name: 'school.xlsx', bytes }]);
    expect(run.summary).to.deep.include({ faults: 0, changes: 0 });
  });

  it('gives a filled-in template back as what was filled in', async () => {
    const { body: bytes } = await admin
      .get('/api/import/templates/terms/xlsx?language=ru')
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      })
      .expect(200);
    const book = read(bytes);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''];
    if (!sheet) throw new Error('The template has no sheet');
    utils.sheet_add_aoa(sheet, [['t1', 'Осень', '01.09.2026', new Date(Date.UTC(2026, 11, 25))]], { origin: 'A2' });
    const filled: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx' });
    const run = await uploaded(test, admin, [{ name: 'любое имя.xlsx', bytes: filled }]);
    expect(run.summary).to.deep.include({ faults: 0, changes: 1 });
  });

  it('is only for those who answer for the whole centre', async () => {
    const home = await test.school.homeSchool();
    const tutor = await test.signIn(await test.school.staff('tutor'));
    const coordinator = await test.signIn(await test.school.staff('coordinator', { homeSchoolId: home.id }));
    const files = [{ name: 'a.csv', bytes: 1 }];
    await tutor.post('/api/import/runs').send({ files }).expect(403);
    await coordinator.post('/api/import/runs').send({ files }).expect(403);
    const run = await uploaded(test, admin, goodSources());
    await coordinator.get(`/api/import/runs/${run.id}/changes`).expect(403);
  });
});
