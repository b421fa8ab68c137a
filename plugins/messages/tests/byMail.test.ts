import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { type MailedApp, mailedApp } from '../../../tests/harness/mailing.ts';
import { inMessages } from '../domain/inMessages.ts';
import plugin from '../plugin.ts';

describe('A long answer', () => {
  it('is cut where a paragraph, a line or a word ends, and loses nothing but blanks', () => {
    expect(inMessages('one\n\ntwo', 100)).to.deep.equal(['one\n\ntwo']);
    expect(inMessages('aaaa bbbb\n\ncccc dddd', 14)).to.deep.equal(['aaaa bbbb', 'cccc dddd']);
    expect(inMessages('aaaa bbbb cccc', 10)).to.deep.equal(['aaaa bbbb', 'cccc']);
    expect(inMessages('a'.repeat(25), 10).map(({ length }) => length)).to.deep.equal([10, 10, 5]);
    expect(inMessages('', 10)).to.deep.equal(['']);
  });
});

eachApp('Messages by mail', (start) => {
  let test: MailedApp;
  afterEach(() => test.server.close());

  async function begin() {
    test = await mailedApp(start, { catalog: [plugin], at: '2026-09-07T10:00:00Z' });
    const { school } = test;
    const [group, tutor, student] = [await school.group(), await school.person(), await school.student()];
    await school.tutor(group, tutor);
    await school.member(group, student);
    const guardian = await school.guardian(student, { email: 'madre@home.example', language: 'es' });
    const as = await test.signIn(tutor);
    const { body } = await as.post(`/api/messages/students/${student.id}/family`).expect(200);
    const at = `/api/messages/threads/${body.id}`;
    const say = (text: string) => as.post(`${at}/messages`).send({ clientId: test.app.newId(), text }).expect(200);
    const texts = async (): Promise<string[]> =>
      (await as.get(`${at}/messages`).expect(200)).body.items.map(({ text }: { text: string }) => text);
    return { group, tutor, student, guardian, say, texts };
  }

  it('are answered by mail: the answer is a message of its writer, a long one several', async () => {
    const { say, texts, guardian } = await begin();
    await say('Shall we meet?');
    for (let nth = 0; nth < 2; nth++) await test.later(6);
    await test.later(6);
    const { replyTo: to, text } = test.lastTo('madre@home.example');
    expect(text).not.to.include('Shall we meet');
    const from = 'madre@home.example';
    expect(await test.receive({ to, from, text: 'Sí, el lunes.', messageId: '<1@h>' })).to.equal('taken');
    const long = `${'palabra '.repeat(700)}fin`;
    expect(await test.receive({ to, from, text: long, messageId: '<2@h>' })).to.equal('taken');
    const said = await texts();
    expect(said[1]).to.equal('Sí, el lunes.');
    expect(said.slice(2).join(' ').replaceAll(/\s+/g, ' ')).to.equal(long);

    await test.app.database.write((trx) => trx('people_guardianship').where({ guardianId: guardian.id }).del());
    expect(await test.receive({ to, from, text: 'x', messageId: '<3@h>' })).to.match(/^refused/);
    await test.settle();
    expect(test.lastTo(from).subject).to.equal('Su respuesta no se publicó');
    expect(await texts()).to.have.length(said.length);
  });

  it('are told of to nobody who left the conversation before the mail went', async () => {
    const { say, guardian } = await begin();
    await say('A word');
    await test.later(1);
    await test.app.database.write((trx) => trx('people_guardianship').where({ guardianId: guardian.id }).del());
    await test.later(30);
    expect(test.server.received).to.deep.equal([]);
  });
});
