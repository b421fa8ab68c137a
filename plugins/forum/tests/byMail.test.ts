import { expect } from 'chai';
import { eachApp, type StartApp } from '../../../tests/harness/eachApp.ts';
import { type MailedApp, mailedApp } from '../../../tests/harness/mailing.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import plugin from '../plugin.ts';
import { forumSchool } from './forumSchool.ts';

const weekOn = '2026-09-07';
const mail = 'elena@home.example';

async function mailedForum(start: StartApp, at = '2026-09-11T10:00:00Z') {
  const test = await mailedApp(start, { catalog: [plugin], at });
  const world = await forumSchool(test);
  const mother = { email: mail, language: 'es' };
  await test.app.database.write((trx) => trx('people_person').where({ id: world.mother.id }).update(mother));
  const tutor = await test.signIn(world.tutor);
  return { ...test, world, tutor };
}

/** Posts the note about Luis; answers its topic. */
async function postNote(tutor: TestAgent, groupId: string, studentId: string): Promise<string> {
  await tutor.put(`/api/forum/notes/${studentId}/${weekOn}`).send({ remark: 'A **good** week.', revision: 0 });
  const at = `/api/forum/groups/${groupId}/notes?weekOn=${weekOn}`;
  const noteOf = async () =>
    (await tutor.get(at).expect(200)).body.items.find(
      (item: { student: { id: string } }) => item.student.id === studentId,
    );
  const { fingerprint } = await noteOf();
  await tutor
    .post('/api/forum/notes/post')
    .send({ weekOn, notes: [{ studentId, fingerprint }] })
    .expect(200);
  return (await noteOf()).posted.topicId;
}

const pageIn = (text: string): string => /(\/link\/[\w-]{43})\?choose=read/.exec(text)?.[1] ?? '';

eachApp('A weekly note by mail', (start) => {
  let test: Awaited<ReturnType<typeof mailedForum>>;
  afterEach(() => test.server.close());

  it('is confirmed with one button, without signing in, once; whoever only opens its links confirms nothing', async () => {
    test = await mailedForum(start);
    const { world, tutor, server, visitor } = test;
    const topicId = await postNote(tutor, world.group.id, world.luis.id);
    await test.settle();
    const { subject, text, replyTo } = test.lastTo(mail);
    expect(subject).to.include('Nota de la semana').and.to.include('Luis');
    expect(text).to.include('A good week.').and.to.include('7–13 de septiembre');
    expect(replyTo).to.match(/^reply\+r/);
    const page = pageIn(text);
    const api = page.replace('/link/', '/api/links/');

    // A scanner opens everything that it finds.
    for (const address of [page, `${page}?choose=read`, api])
      for (const method of ['get', 'head'] as const) await visitor()[method](address);
    const receipts = async () =>
      (await tutor.get(`/api/forum/topics/${topicId}?from=1`).expect(200)).body.posts[0].receipts.map(
        (one: { confirmedAt: string | null }) => one.confirmedAt !== null,
      );
    expect(await receipts()).to.deep.equal([false]);

    const shown = await visitor().get(api).expect(200);
    expect(shown.body.choices).to.deep.equal([{ id: 'read', label: 'Sí, ya la leí' }]);
    expect(JSON.stringify(shown.body)).not.to.include('good');
    const done = await visitor().post(api).send({ choice: 'read' }).expect(200);
    expect(done.body.done).to.match(/^Gracias/);
    expect(await receipts()).to.deep.equal([true]);
    await visitor().post(api).send({ choice: 'read' }).expect(409);

    await test.later(30);
    expect(server.received, 'not once more with the gathered notices').to.have.length(1);
    const mother = await test.signIn(world.mother);
    const [notice] = (await mother.get('/api/notices').expect(200)).body.items;
    expect(notice).to.include({ kind: 'forum.note', area: 'progress' });
    const { body: why } = await mother.get(`/api/notices/${notice.id}`).expect(200);
    expect(why.mail.state, 'the page that says why it came').to.equal('sent');
  });

  it('has nothing left to confirm once that was done elsewhere, or the note was hidden', async () => {
    test = await mailedForum(start);
    const { world, tutor, visitor } = test;
    const topicId = await postNote(tutor, world.group.id, world.luis.id);
    await test.settle();
    const api = pageIn(test.lastTo(mail).text).replace('/link/', '/api/links/');
    const mother = await test.signIn(world.mother);
    const { body } = await mother.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    await tutor.post(`/api/forum/posts/${body.posts[0].id}/hide`).send({ reason: 'A mistake' }).expect(200);
    await visitor().get(api).expect(409);
    await tutor.post(`/api/forum/posts/${body.posts[0].id}/restore`).send({}).expect(200);
    await visitor().get(api).expect(200);
    await mother.post(`/api/forum/posts/${body.posts[0].id}/confirm`).expect(200);
    await visitor().get(api).expect(409);
  });

  it('waits for the morning, and whoever is no guardian by then gets nothing, nor confirms by an older mail', async () => {
    test = await mailedForum(start, '2026-09-11T21:30:00Z');
    const { world, tutor, server, app, visitor } = test;
    const other = { email: 'olga@home.example' };
    await app.database.write((trx) => trx('people_person').where({ id: world.otherMother.id }).update(other));
    for (const { id } of [world.marta, world.luis]) await postNote(tutor, world.group.id, id);
    await test.settle();
    expect(server.received).to.deep.equal([]);
    const leaves = ({ id: guardianId }: { id: string }) =>
      app.database.write((trx) => trx('people_guardianship').where({ guardianId }).del());
    await leaves(world.mother);
    await test.later(12 * 60);
    expect(server.received.flatMap(({ to }) => to)).to.deep.equal([other.email]);

    const api = pageIn(test.lastTo(other.email).text).replace('/link/', '/api/links/');
    await visitor().get(api).expect(200);
    await leaves(world.otherMother);
    await visitor().get(api).expect(409);
    await visitor().post(api).send({ choice: 'read' }).expect(404);
  });

  it('does not go to those who want no mail about progress', async () => {
    test = await mailedForum(start);
    const { world, tutor, server } = test;
    const mother = await test.signIn(world.mother);
    await mother.put('/api/me/notices/progress').send({ mail: 'never', isPushed: true }).expect(200);
    await postNote(tutor, world.group.id, world.luis.id);
    await test.later(30);
    expect(server.received).to.deep.equal([]);
  });
});

eachApp('An answer by mail to the forum', (start) => {
  let test: MailedApp;
  afterEach(() => test.server.close());

  it('stands in the thread as a post of its writer, and is refused with a mail where the topic is closed', async () => {
    const forum = await mailedForum(start);
    test = forum;
    const { world, tutor } = forum;
    const topicId = await postNote(tutor, world.group.id, world.luis.id);
    await test.settle();
    const { replyTo: to } = test.lastTo(mail);
    const answer = {
      to,
      from: mail,
      messageId: '<1@home.example>',
      text: `Lo leímos juntos.\n\nEl vie, 11 sept 2026 Tutoria <${to}> escribió:\n> nota`,
      attachments: [{ filename: 'virus.exe', content: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 0xff, 0xff]) }],
    };
    expect(await test.receive({ ...answer, from: 'thief@x.example', messageId: '<0@x>' })).to.equal('wrong-sender');
    expect(await test.receive(answer)).to.equal('taken');
    expect(await test.receive(answer)).to.equal('again');
    const posts = async () =>
      (await tutor.get(`/api/forum/topics/${topicId}?from=1`).expect(200)).body.posts.map(
        ({ text, author }: { text: string; author: { id: string } }) => [author.id, text],
      );
    expect((await posts()).slice(1)).to.deep.equal([[world.mother.id, 'Lo leímos juntos.']]);
    await test.settle();
    expect(test.lastTo(mail).subject, 'a file that was left out is told').to.include('archivos');

    const { body } = await tutor.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    await tutor
      .patch(`/api/forum/topics/${topicId}`)
      .set('If-Match', `"${body.topic.revision}"`)
      .send({ isClosed: true })
      .expect(200);
    const late = { ...answer, messageId: '<2@home.example>', attachments: [] };
    expect(await test.receive(late)).to.equal('refused forum/topic-closed');
    await test.settle();
    const { subject, text } = test.lastTo(mail);
    expect(subject).to.equal('Su respuesta no se publicó');
    expect(text).to.include('cerrado').and.not.to.include('juntos');
    expect(await posts()).to.have.length(2);
  });

  it('is refused of somebody who is no guardian any more, however old the mail that it answers', async () => {
    const forum = await mailedForum(start);
    test = forum;
    const { world, tutor, app } = forum;
    const topicId = await postNote(tutor, world.group.id, world.luis.id);
    await test.settle();
    const { replyTo: to } = test.lastTo(mail);
    await app.database.write((trx) => trx('people_guardianship').where({ guardianId: world.mother.id }).del());
    const answer = { to, from: mail, messageId: '<3@home.example>', text: 'Todavía leo esto.' };
    expect(await test.receive(answer)).to.match(/^refused forum\//);
    const { body } = await tutor.get(`/api/forum/topics/${topicId}?from=1`).expect(200);
    expect(body.posts).to.have.length(1);
  });

  it('a new topic of a group is not told to whoever has left the group while the mail waited', async () => {
    const forum = await mailedForum(start);
    test = forum;
    const { world, tutor, app, server } = forum;
    const addresses = { luis: 'luis@home.example', marta: 'marta@home.example' };
    for (const name of ['luis', 'marta'] as const)
      await app.database.write((trx) =>
        trx('people_person').where({ id: world[name].id }).update({ email: addresses[name] }),
      );
    const topic = { clientId: app.newId(), title: 'Excursion', text: 'On Friday' };
    await tutor.post(`/api/forum/boards/${world.groupBoard}/topics`).send(topic).expect(201);
    await test.settle();
    await app.database.write((trx) => trx('school_group_member').where({ personId: world.luis.id }).del());
    await test.later(30);
    const told = server.received.flatMap(({ to }) => to);
    expect(told).to.include(addresses.marta).and.not.to.include(addresses.luis);
  });

  it('what was hidden while the mail waited is told to nobody; answers that still stand are', async () => {
    const forum = await mailedForum(start);
    test = forum;
    const { world, tutor, app, server } = forum;
    const address = 'luis@home.example';
    await app.database.write((trx) => trx('people_person').where({ id: world.luis.id }).update({ email: address }));
    const open = async (title: string) => {
      const topic = { clientId: app.newId(), title, text: 'On Friday' };
      const { body } = await tutor.post(`/api/forum/boards/${world.groupBoard}/topics`).send(topic).expect(201);
      return { topicId: String(body.topic.id), postId: String(body.posts[0].id) };
    };
    const answer = async (topicId: string) => {
      const post = { clientId: app.newId(), text: 'Rude' };
      return (await tutor.post(`/api/forum/topics/${topicId}/posts`).send(post).expect(201)).body.id;
    };
    const hide = (id: string) => tutor.post(`/api/forum/posts/${id}/hide`).send({ reason: 'Rude' }).expect(200);
    const hidden = await open('Never to be told');
    const [talk, silent] = [await open('Talk'), await open('Silence')];
    const luis = await test.signIn(world.luis);
    for (const { topicId } of [talk, silent])
      await luis.put(`/api/forum/topics/${topicId}/subscription`).send({ isOn: true }).expect(200);
    const [first, only] = [await answer(talk.topicId), await answer(silent.topicId)];
    await answer(talk.topicId);
    await test.settle();
    for (const id of [hidden.postId, first, only]) await hide(id);
    await test.later(30);
    const told = server.received
      .filter(({ to }) => to.includes(address))
      .map(({ parsed }) => parsed.text)
      .join();
    expect(told).to.include('Talk').and.not.to.include('Never to be told');
    expect(told.match(/answers in “Talk”/g)).to.have.length(1);
    expect(told).not.to.match(/answers in “Silence”/);
  });

  it('each guardian of a child is told apart, by a mail that names the child and not the other guardian', async () => {
    const forum = await mailedForum(start);
    test = forum;
    const { world, tutor, app, server, school } = forum;
    const father = await school.guardian(world.luis, { givenName: 'Ramiro', email: 'ramiro@home.example' });
    // The same father has a child of another name in the group.
    const between = { guardianId: father.id, studentId: world.marta.id, relation: 'father', mayAct: true };
    await app.database.write((trx) =>
      trx('people_guardianship').insert({ id: app.newId(), ...between, fromOn: '2020-09-01' }),
    );
    for (const { id } of [world.luis, world.marta]) await postNote(tutor, world.group.id, id);
    await test.settle();
    const sent = (address: string) => server.received.filter(({ to: at }) => at.includes(address));
    const [toMother, ...more] = sent(mail).map(({ parsed }) => `${parsed.subject}\n${parsed.text}`);
    expect(more).to.deep.equal([]);
    expect(toMother)
      .to.include('Luis')
      .and.not.to.match(/Ramiro|Marta/);
    const toFather = sent('ramiro@home.example').map(({ parsed }) => parsed.subject ?? '');
    expect(toFather.map((subject) => /Luis|Marta/.exec(subject)?.[0]).sort()).to.deep.equal(['Luis', 'Marta']);
    for (const { parsed } of sent('ramiro@home.example')) expect(parsed.text).not.to.match(/Elena|Olga/);
  });
});
