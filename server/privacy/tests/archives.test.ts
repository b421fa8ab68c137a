import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';

eachApp('An archive of everything about a person', (start) => {
  async function family() {
    const test = await start();
    const student = await test.school.student({ givenName: 'Ана', familyName: 'Руис', language: 'ru' });
    const guardian = await test.school.guardian(student);
    const [own, parent] = [await test.signIn(student), await test.signIn(guardian)];
    const admin = await test.signIn(await test.school.staff('admin'));
    return { test, student, guardian, own, parent, admin, path: `/api/people/${student.id}/archives` };
  }

  const upload = (agent: TestAgent, name: string, words: string) =>
    agent
      .post('/api/files')
      .query({ name })
      .set('Content-Type', 'application/octet-stream')
      .send(Buffer.from(`%PDF-1.4 ${words}`))
      .expect(201);

  async function packed({ settle }: TestApp, agent: TestAgent, path: string): Promise<string> {
    const { body } = await agent.post(path).expect(202);
    await settle();
    return `${path}/${body.id}`;
  }

  const contents = async (agent: TestAgent, one: string) => {
    const { body } = await agent.get(`${one}/file`).buffer(true).responseType('blob').expect(200);
    return unzipSync(new Uint8Array(body));
  };

  const storedFiles = async ({ app }: TestApp) =>
    (await readdir(join(app.config.dataDir, 'files'), { recursive: true, withFileTypes: true })).filter((one) =>
      one.isFile(),
    );

  it('has records, files under their names and a word to the person in the person’s language', async () => {
    const { test, own, admin, path } = await family();
    await upload(own, 'Эссе.pdf', 'the first');
    await upload(own, 'Эссе.pdf', 'the second');
    const one = await packed(test, admin, path);
    const files = await contents(admin, one);
    expect(Object.keys(files)).to.deep.equal(['ПРОЧТИТЕ.txt', 'data.json', 'Файлы/Эссе.pdf', 'Файлы/Эссе (2).pdf']);
    const [readme, data] = [strFromU8(files['ПРОЧТИТЕ.txt'] as Uint8Array), files['data.json'] as Uint8Array];
    expect(readme).to.include('Руис Ана: всё, что хранится в Tutoria').and.to.include('2 файла');
    const { tables, files: named } = JSON.parse(strFromU8(data));
    expect(JSON.stringify(tables)).to.include('Руис');
    expect(named.map((file: { path: string }) => file.path)).to.deep.equal(['Файлы/Эссе.pdf', 'Файлы/Эссе (2).pdf']);
    expect(strFromU8(files['Файлы/Эссе (2).pdf'] as Uint8Array)).to.include('the second');
    expect(await readdir(join(test.app.config.dataDir, 'uploads')), 'nothing is left behind').to.deep.equal([]);
  });

  it('is for whoever asked for it alone, and for its own address alone', async () => {
    const { test, own, parent, admin, path } = await family();
    const one = await packed(test, parent, path);
    await parent.get(`${one}/file`).expect(200);
    for (const other of [own, admin]) {
      await other.get(one).expect(404);
      await other.get(`${one}/file`).expect(404);
      expect((await other.get(path).expect(200)).body.items).to.deep.equal([]);
    }
    const [file]: { fileId: string }[] = await test.app.database
      .reader('files_link')
      .where({ owner: 'privacy.archive' });
    await parent.get(`/api/files/${file?.fileId}`).expect(404);
    await (await test.signIn(await test.school.staff('teacher'))).post(path).expect(404);
  });

  it('is not ready at once, and asking again puts a new one in its place', async () => {
    const { test, own, path } = await family();
    const { body: first } = await own.post(path).expect(202);
    expect(first.size).to.equal(null);
    await own.get(`${path}/${first.id}/file`).expect(409);
    const { body: second } = await own.post(path).expect(202);
    await test.settle();
    await own.get(`${path}/${first.id}/file`).expect(404);
    await own.get(`${path}/${second.id}/file`).expect(200);
    const { body } = await own.get(path).expect(200);
    expect(body.items.map(({ id }: { id: string }) => id)).to.deep.equal([second.id]);
  });

  it('wants the password again, to be asked for and to be fetched', async () => {
    const { test, own, path } = await family();
    const one = await packed(test, own, path);
    test.clock.advance({ minutes: 16 });
    for (const reply of [await own.post(path), await own.get(one), await own.get(`${one}/file`)]) {
      expect(reply.status).to.equal(403);
      expect(reply.body.type).to.equal('/problems/http/step-up-needed');
    }
    await own.get(path).expect(200);
  });

  it('is gone for a parent whose right has ended', async () => {
    const { test, student, parent, path } = await family();
    const one = await packed(test, parent, path);
    await test.app.database.write((trx) =>
      trx('people_guardianship').where({ studentId: student.id }).update({ untilOn: '2026-09-01' }),
    );
    await parent.get(`${one}/file`).expect(404);
  });

  it('is deleted after three days, with its content', async () => {
    const { test, own, path } = await family();
    await packed(test, own, path);
    expect(await storedFiles(test)).to.have.length(1);
    test.clock.advance({ days: 2 });
    await test.settle();
    expect(await test.app.database.reader('privacy_archive')).to.have.length(1);
    for (const days of [2, 2, 2]) {
      test.clock.advance({ days });
      await test.settle();
      await test.settle();
    }
    expect(await test.app.database.reader('privacy_archive')).to.deep.equal([]);
    expect(await storedFiles(test)).to.deep.equal([]);
  });

  it('goes with the person who is erased', async () => {
    const { test, student, admin, path } = await family();
    await packed(test, admin, path);
    await test.app.database.write((trx) => trx('people_person').where({ id: student.id }).update({ isActive: false }));
    await admin.post(`/api/people/${student.id}/erasure`).send({ name: 'Руис Ана' }).expect(200);
    expect(await test.app.database.reader('files_link').where({ owner: 'privacy.archive' })).to.deep.equal([]);
    for (const days of [2, 2]) {
      test.clock.advance({ days });
      await test.settle();
      await test.settle();
    }
    expect(await storedFiles(test)).to.deep.equal([]);
  });
});
