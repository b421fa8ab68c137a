import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { importTelephones } from '../migrations/004_telephones.ts';
import type { RunView } from '../schemas/imports.ts';
import { filesOf, goodLines, type Lines } from './goodSchool.ts';
import { applied, sourceOf, undone, uploaded } from './upload.ts';

interface Shown {
  readonly kind: string;
  readonly value: string;
  readonly purpose: string;
  readonly note: string | null;
  readonly bestHours: { readonly from: string; readonly to: string } | null;
}

eachApp('An import of contacts, birthdays and rights', (start) => {
  let test: TestApp;
  let admin: TestAgent;
  beforeEach(async () => {
    test = await start();
    admin = await test.signIn(await test.school.staff('admin'));
  });

  const brought = async (lines: Lines): Promise<RunView> =>
    applied(test, admin, await uploaded(test, admin, filesOf(lines).map(sourceOf)));
  const idOf = async (externalId: string): Promise<string> =>
    (await test.app.database.reader('people_person').where({ externalId }).first('id'))?.id ?? '';
  const contactsOf = async (externalId: string): Promise<{ items: Shown[]; revision: number }> =>
    (await admin.get(`/api/people/${await idOf(externalId)}/channels`).expect(200)).body;
  const record = (externalId: string) =>
    test.app.database.reader('people_person').where({ externalId }).first('email', 'phone');

  it('keeps ways to reach people in their order, with purpose and hours, and the first address in the own record', async () => {
    expect((await brought(goodLines())).state).to.equal('applied');
    const { items } = await contactsOf('mum');
    expect(items.map(({ value, purpose }) => `${value} ${purpose}`)).to.deep.equal([
      '@mila urgent',
      '+7 (900) 000-00-00 any',
      'mila@home.example papers',
    ]);
    expect(items[0]).to.deep.include({ bestHours: { from: '18:00', to: '21:00' }, note: 'write first' });
    expect(await record('mum')).to.deep.equal({ email: 'mila@home.example', phone: '+7 (900) 000-00-00' });
    const rows = test.app.database.reader;
    expect(
      await rows('people_student')
        .where({ personId: await idOf('cid') })
        .first('bornOn'),
    ).to.deep.equal({
      bornOn: '2012-05-14',
    });
    expect(
      await rows('people_guardianship')
        .where({ guardianId: await idOf('uncle') })
        .first('maySee', 'mayAct'),
    ).to.deep.equal({
      maySee: false,
      mayAct: false,
    });
    const quiet = await rows('notify_person')
      .orderBy('isAlwaysOpen')
      .select('isAlwaysOpen', 'quietFromTime', 'quietToTime');
    expect(quiet).to.deep.equal([
      { isAlwaysOpen: false, quietFromTime: '22:00', quietToTime: '06:30' },
      { isAlwaysOpen: true, quietFromTime: null, quietToTime: null },
    ]);
  });

  it('brought again changes only what changed, and nothing that was set by hand', async () => {
    await brought(goodLines());
    const before = await contactsOf('mum');
    const mum = await idOf('mum');
    const items = before.items.map(({ kind, value, purpose, bestHours, note }) => ({
      ...{ kind, value, purpose, bestHours, note, isPublic: false },
      ...(kind === 'messenger' ? { service: 'telegram', note: 'never before six' } : {}),
    }));
    const own = { kind: 'messenger', service: 'max', value: '+7 911', purpose: 'any', bestHours: null, note: null };
    await admin
      .put(`/api/people/${mum}/channels`)
      .set('If-Match', `"${before.revision}"`)
      .send({ items: [...items.slice(0, 2), { ...own, isPublic: false }] })
      .expect(200);
    const unchanged = await uploaded(test, admin, filesOf(goodLines()).map(sourceOf));
    expect(unchanged.summary).to.deep.include({ faults: 0, changes: 0 });
    const lines = goodLines();
    lines['contacts.csv'] = (lines['contacts.csv'] ?? []).map((line) =>
      line.replace('phone,+7 (900) 000-00-00,any', 'phone,+7 (900) 000-00-00,study'),
    );
    const run = await uploaded(test, admin, filesOf(lines).map(sourceOf));
    expect(run.summary?.changes).to.equal(1);
    const { body } = await admin.get(`/api/import/runs/${run.id}/changes`).expect(200);
    expect(body.items[0]).to.deep.include({
      ...{ kind: 'channel', action: 'change', title: 'Antonova Mila' },
      ...{ fields: { purpose: 'study' }, before: { purpose: 'any' } },
    });
    await applied(test, admin, run);
    const after = (await contactsOf('mum')).items;
    expect(after.map(({ value, purpose, note }) => `${value} ${purpose} ${note ?? ''}`.trim())).to.deep.equal([
      '@mila urgent never before six',
      '+7 (900) 000-00-00 study',
      '+7 911 any',
    ]);
  });

  it('knows a telephone again that is written in another way', async () => {
    await brought(goodLines());
    const lines = goodLines();
    lines['contacts.csv'] = (lines['contacts.csv'] ?? []).map((line) =>
      line.replace('+7 (900) 000-00-00', '8 900 000 00 00'),
    );
    const run = await uploaded(test, admin, filesOf(lines).map(sourceOf));
    const { body } = await admin.get(`/api/import/runs/${run.id}/changes`).expect(200);
    expect(
      body.items.map(({ action, fields }: { action: string; fields: object }) => ({ action, fields })),
    ).to.deep.equal([{ action: 'change', fields: { value: '8 900 000 00 00' } }]);
    await applied(test, admin, run);
    expect((await contactsOf('mum')).items.map(({ value }) => value)).to.deep.equal([
      '@mila',
      '8 900 000 00 00',
      'mila@home.example',
    ]);
    expect((await uploaded(test, admin, filesOf(lines).map(sourceOf))).summary?.changes).to.equal(0);
  });

  it('finds telephones again under the names that it gave to them before', async () => {
    await brought(goodLines());
    const { writer } = test.app.database;
    const phones = () => writer('import_said').where('key', 'like', 'mum|phone|%').pluck('key');
    const [now] = await phones();
    await writer('import_said').where({ key: now }).update({ key: 'mum|phone|+79000000000' });
    await writer('import_change').where({ key: now }).update({ key: 'mum|phone|+79000000000' });
    await importTelephones.up(writer, test.app.database.dialect);
    expect(await phones()).to.deep.equal(['mum|phone|9000000000']);
    expect(await writer('import_change').where('key', 'like', 'mum|phone|%').pluck('key')).to.deep.equal([now]);
  });

  it('takes away what an import had brought and no longer names', async () => {
    await brought(goodLines());
    const lines = goodLines();
    lines['contacts.csv'] = (lines['contacts.csv'] ?? []).filter((line) => !line.includes('@mila'));
    await brought(lines);
    expect((await contactsOf('mum')).items.map(({ value }) => value)).to.deep.equal([
      '+7 (900) 000-00-00',
      'mila@home.example',
    ]);
  });

  it('is undone whole, and but for what was changed by hand since', async () => {
    const run = await brought(goodLines());
    const after = await undone(test, admin, run.id);
    expect(after.state).to.equal('undone');
    expect(await idOf('mum')).to.equal('');
    expect(await test.app.database.reader('contacts_channel').select('id')).to.deep.equal([]);
    const again = await brought(goodLines());
    const lines = goodLines();
    lines['contacts.csv'] = (lines['contacts.csv'] ?? []).map((line) => line.replace('18:00,21:00', '10:00,12:00'));
    lines['students.csv'] = (lines['students.csv'] ?? []).map((line) => line.replace('14.02.2013', '15.02.2013'));
    const second = await brought(lines);
    expect(second.id).to.not.equal(again.id);
    await undone(test, admin, second.id);
    expect((await contactsOf('mum')).items[0]?.bestHours).to.deep.equal({ from: '18:00', to: '21:00' });
    const ann = await test.app.database
      .reader('people_student')
      .where({ personId: await idOf('ann') })
      .first('bornOn');
    expect(ann).to.deep.equal({ bornOn: '2013-02-14' });
  });

  it('is written out so that it is read as the same', async () => {
    await brought(goodLines());
    const { body: begun } = await admin.post('/api/import/exports').send({ format: 'xlsx' }).expect(201);
    await test.settle();
    const { body: bytes } = await admin.get(`/api/import/exports/${begun.id}/file`).buffer(true).expect(200);
    const run = await uploaded(test, admin, [{ name: 'school.xlsx', bytes }]);
    expect(run.summary).to.deep.include({ faults: 0, changes: 0 });
    expect(run.summary?.counts.find(({ kind }) => kind === 'channel')?.leftAlone).to.equal(4);
  });
});
