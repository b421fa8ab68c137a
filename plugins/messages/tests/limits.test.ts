import { expect } from 'chai';
import { v4 } from 'uuid';
import { system } from '../../../server/access/actor.ts';
import { eventually } from '../../../server/events/tests/eventually.ts';
import { accessChanged } from '../../../server/people/api.ts';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { connected } from './connected.ts';

eachApp('What nobody can do to messages', (start) => {
  async function family(config = {}) {
    const test = await start({ config });
    const { school } = test;
    const group = await school.group();
    const tutor = await school.person({ givenName: 'Tomás', familyName: 'Tutor' });
    await school.tutor(group, tutor);
    const student = await school.student();
    await school.member(group, student);
    const [mother, father] = [await school.guardian(student), await school.guardian(student)];
    const as = await test.signIn(tutor);
    const { body } = await as.post(`/api/messages/students/${student.id}/family`).expect(200);
    const at = `/api/messages/threads/${body.id}`;
    return { ...test, tutor, student, mother, father, as, at, threadId: String(body.id) };
  }

  const words = (text: string) => ({ clientId: v4(), text });

  it('a flood is answered by when to come again, however many sessions somebody opens, and slows nobody else', async () => {
    const { as, at, signIn, tutor, mother } = await family({ requestsPerMinute: 12 });
    const second = await signIn(tutor);
    const replies = [];
    for (let nth = 0; nth < 30; nth++)
      replies.push(await (nth % 2 ? as : second).post(`${at}/messages`).send(words('!')));
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body.type).to.equal('/problems/http/too-many');
    expect(refused?.body.detail).to.be.a('string').that.is.not.empty;
    expect(Number(refused?.headers['retry-after'])).to.be.within(1, 60);
    expect(replies.filter(({ status }) => status === 200)).to.have.length.below(13);
    await (await signIn(mother)).post(`${at}/messages`).send(words('Good evening')).expect(200);
  });

  it('a message of ten megabytes, or longer than a letter, is refused and leaves nothing', async () => {
    const { as, at } = await family();
    await as
      .post(`${at}/messages`)
      .send(words('x'.repeat(10_000_000)))
      .expect(413);
    await as
      .post(`${at}/messages`)
      .send(words('x'.repeat(4001)))
      .expect(400);
    expect((await as.get(`${at}/changes?since=0`).expect(200)).body.items).to.deep.equal([]);
  });

  it('two submits at once are one message, with one number', async () => {
    const { as, at, signIn, tutor } = await family();
    const other = await signIn(tutor);
    const message = words('Only once');
    const replies = await Promise.all(
      [as, other, as, other].map((browser) => browser.post(`${at}/messages`).send(message)),
    );
    const taken = replies.filter(({ status }) => status === 200);
    expect(new Set(taken.map(({ body }) => body.seq))).to.deep.equal(new Set([1]));
    const { body } = await as.get(`${at}/changes?since=0`).expect(200);
    expect(body.items).to.have.length(1);
    expect(body.headSeq).to.equal(1);
  });

  it('whoever is no longer of the family hears nothing more, on a line that was open; the others do', async () => {
    const { app, as, at, threadId, father, mother, student, ...test } = await family();
    // News go from process to process, as where several serve.
    await app.start();
    const [dad, mum] = [await connected({ ...test, app }, father), await connected({ ...test, app }, mother)];
    try {
      for (const { socket } of [dad, mum])
        expect((await socket.emitWithAck('join', { topic: 'messages.thread', key: threadId })).ok).to.equal(true);
      await as.post(`${at}/messages`).send(words('Before')).expect(200);
      await eventually('both hear it', () => [dad, mum].every(({ heard }) => heard.join().includes('Before')));

      await app.database.write((trx) =>
        trx('people_guardianship')
          .where({ guardianId: father.id, studentId: student.id })
          .update({ untilOn: '2026-09-01' }),
      );
      await app.scopes.inWrite(system, async (scope) => scope.emit(accessChanged, { personId: father.id }));
      await eventually('the topic is taken away', () => dad.left.includes(threadId));
      await as.post(`${at}/messages`).send(words('After')).expect(200);
      await eventually('the others hear it', () => mum.heard.join().includes('After'));
      expect(dad.heard.join()).to.not.contain('After');
      expect((await dad.socket.emitWithAck('join', { topic: 'messages.thread', key: threadId })).ok).to.equal(false);
    } finally {
      for (const { socket } of [dad, mum]) socket.disconnect();
    }
  });

  it('what somebody wrote who was erased is gone, its place and the answers stay', async () => {
    const { app, as, at, signIn, mother, school, settle } = await family();
    const first = await (await signIn(mother)).post(`${at}/messages`).send(words('My telephone is 555')).expect(200);
    await as
      .post(`${at}/messages`)
      .send({ ...words('Noted'), replyToId: first.body.id })
      .expect(200);
    await app.database.write((trx) => trx('people_person').where({ id: mother.id }).update({ isActive: false }));
    const admin = await signIn(await school.staff('admin'));
    const { body: person } = await admin.get(`/api/people/${mother.id}`).expect(200);
    await admin.post(`/api/people/${mother.id}/erasure`).send({ name: person.name }).expect(200);
    await settle();
    const { body } = await as.get(`${at}/changes?since=0`).expect(200);
    expect(body.items.map(({ text }: { text: string }) => text)).to.deep.equal(['', 'Noted']);
    expect(body.items[1]).to.include({ replyToId: first.body.id });
    expect(JSON.stringify(body)).to.not.contain('555');
    await as.get(at).expect(200);
    await as.post(`${at}/messages`).send(words('And on we go')).expect(200);
  });
});
