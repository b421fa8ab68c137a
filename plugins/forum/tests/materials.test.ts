import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { pdfText } from '../../../tests/harness/pdfText.ts';
import plugin from '../plugin.ts';
import { forumSchool } from './forumSchool.ts';

eachApp('The shelf of a group', (start) => {
  it('is kept by those who teach there, read by everybody whom it must reach, and printed for those without internet', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const [tutor, teacher, mother, stranger] = [
      await test.signIn(world.tutor),
      await test.signIn(world.teacher),
      await test.signIn(world.mother),
      await test.signIn(world.stranger),
    ];
    const at = `/api/forum/groups/${world.group.id}`;
    const { body: shelf } = await teacher
      .post(`${at}/materials`)
      .send({ title: 'Fractions', text: '1. Read\n2. Solve', courseId: world.course.id })
      .expect(201);
    expect((await mother.get(`${at}/materials`).expect(200)).body).to.deep.include({ may: { keep: false } });
    await stranger.get(`${at}/materials`).expect(404);
    await mother.post(`${at}/materials`).send({ title: 'Mine' }).expect(403);

    await test.app.database.write((trx) =>
      trx('people_person').where({ id: world.luis.id }).update({ internet: 'phone-only' }),
    );
    const suggested = async (): Promise<unknown[]> => (await tutor.get(`${at}/packs`).expect(200)).body.suggested;
    const [luis, ...others] = await suggested();
    expect(luis).to.deep.include({ internet: 'phone-only' }).and.to.have.nested.property('student.id', world.luis.id);
    expect(others, 'with a good line').to.deep.equal([]);
    const asked = { studentId: world.luis.id, materialIds: [shelf.items[0].id], note: 'Until **Friday**' };
    const { body: pack } = await tutor.post(`${at}/packs`).send(asked).expect(201);
    expect(await suggested(), 'while a pack is out').to.deep.equal([]);
    expect(pack).to.deep.include({ titles: ['Fractions'], handedAt: null, returnedAt: null });
    const { body: pdf } = await tutor.get(`/api/forum/packs/${pack.id}/print`).buffer(true).expect(200);
    const text = (await pdfText(pdf)).join(' ');
    for (const part of ['Luis', 'Fractions', 'Solve', 'Friday']) expect(text).to.include(part);
    await tutor.post(`/api/forum/packs/${pack.id}/step`).send({ step: 'handed' }).expect(200);
    const { body: back } = await tutor.post(`/api/forum/packs/${pack.id}/step`).send({ step: 'returned' }).expect(200);
    expect(back.returnedAt).to.not.equal(null);
    expect(await suggested(), 'after it came back').to.have.length(1);
    await mother.get(`/api/forum/packs/${pack.id}/print`).expect(403);
    await teacher.delete(`/api/forum/materials/${shelf.items[0].id}`).expect(200);
    expect((await tutor.get(`${at}/packs`)).body.items[0].titles).to.deep.equal([]);
  });
});

eachApp('A letter to many', (start) => {
  it('goes as it was previewed, names the child, and tells who opened, confirmed and asked', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const [tutor, mother, other] = [
      await test.signIn(world.tutor),
      await test.signIn(world.mother),
      await test.signIn(world.otherMother),
    ];
    const spanish = { language: 'es' };
    await test.app.database.write((trx) => trx('people_person').where({ id: world.otherMother.id }).update(spanish));
    const at = `/api/forum/groups/${world.group.id}`;
    const letter = {
      texts: {
        en: {
          title: 'How we learn',
          text: 'Dear {{name}}, about **{{student}}** of {{group}}: [the guide]({{guide}})',
        },
        es: { title: 'Cómo estudiamos', text: 'Hola, {{name}}: sobre **{{student}}**' },
      },
      to: ['guardians'],
    };
    const { body: preview } = await tutor.post(`${at}/letter-previews`).send(letter).expect(200);
    expect(preview.letters).to.have.length(2);
    const first = preview.letters.find((one: { person: { id: string } }) => one.person.id === world.mother.id);
    expect(JSON.stringify(first.blocks)).to.include('Luis').and.to.include('/guides/guardian');
    expect(preview.letters.map(({ title }: { title: string }) => title)).to.have.members([
      'How we learn',
      'Cómo estudiamos',
    ]);
    await tutor
      .post(`${at}/letters`)
      .send({ ...letter, fingerprint: 'other' })
      .expect(409);
    await mother
      .post(`${at}/letters`)
      .send({ ...letter, fingerprint: preview.fingerprint })
      .expect(403);
    const { body: sent } = await tutor
      .post(`${at}/letters`)
      .send({ ...letter, fingerprint: preview.fingerprint })
      .expect(201);
    expect(sent).to.deep.include({ letters: 2, opened: 0, confirmed: 0 });
    await test.settle();

    const { body: notices } = await mother.get('/api/notices').expect(200);
    const { link } = notices.items.find(({ kind }: { kind: string }) => kind === 'forum.letter');
    const id = link.split('/').at(-1);
    // Reading by a program is not opening; the page says that it was opened.
    await mother.get(`/api/forum/letters/${id}`).expect(200);
    await other.get(`/api/forum/letters/${id}`).expect(404);
    await tutor.get(`/api/forum/letters/${id}`).expect(404);
    const counts = async () => {
      const { body } = await tutor.get(`/api/forum/mailings/${sent.id}`).expect(200);
      return [body.opened, body.confirmed];
    };
    expect(await counts()).to.deep.equal([0, 0]);
    await mother.post(`/api/forum/letters/${id}/open`).expect(200);
    expect(await counts()).to.deep.equal([1, 0]);
    await mother.post(`/api/forum/letters/${id}/confirm`).expect(200);
    expect(await counts()).to.deep.equal([1, 1]);
    const { body: asked } = await mother
      .post(`/api/forum/letters/${id}/questions`)
      .send({ question: 'When?' })
      .expect(201);
    const { body: seen } = await tutor.get(`/api/forum/mailings/${sent.id}`).expect(200);
    expect(seen.receivers.map(({ helpId }: { helpId: string | null }) => helpId)).to.include(asked.helpId);
    const { body: others } = await other.get('/api/forum/letters').expect(200);
    expect(others.items[0], 'in her own language').to.include({ title: 'Cómo estudiamos' });
  });

  it('is kept as a template, each change as a version; two who change it at once do not overwrite each other', async () => {
    const test = await start({ catalog: [plugin] });
    const world = await forumSchool(test);
    const tutor = await test.signIn(world.tutor);
    const at = '/api/forum/letter-templates';
    const texts = (text: string) => ({ texts: { ru: { title: 'Письмо', text }, en: { title: 'A letter', text } } });
    const { body: list } = await tutor.get(at).expect(200);
    const own = list.items.map(({ id, texts: all }: { id: string | null; texts: object }) => [
      id,
      Object.keys(all).sort().join(),
    ]);
    expect(own, 'those of the product').to.deep.equal([
      [null, 'en,es,ru'],
      [null, 'en,es,ru'],
    ]);
    await tutor.post(at).send({ texts: {} }).expect(422);
    const { body: made } = await tutor.post(at).send(texts('One')).expect(201);
    const change = (text: string) => tutor.put(`${at}/${made.id}`).set('If-Match', '"1"').send(texts(text));
    const answers = await Promise.all(['Two', 'Three'].map(change));
    expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 412]);
    const { body: versions } = await tutor.get(`${at}/${made.id}/versions`).expect(200);
    expect(versions.items.map(({ revision }: { revision: number }) => revision)).to.deep.equal([2, 1]);
    expect(versions.items[1].texts.ru.text).to.equal('One');
    await (await test.signIn(world.mother)).get(at).expect(403);
    await tutor.delete(`${at}/${made.id}`).expect(200);
    await tutor.delete(`${at}/${made.id}`).expect(404);
    expect((await tutor.get(at)).body.items).to.have.length(2);
  });
});
