import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { stopToken } from '../stopToken.ts';
import { type Mailing, type MailingOptions, withMail } from './mailing.ts';

const open: Mailing[] = [];

const choose = (browser: TestAgent, area: string, mail: string) =>
  browser.put(`/api/me/notices/${area}`).send({ mail, isPushed: true }).expect(200);

eachApp('Channels of notices', (start) => {
  const mailing = async (options?: MailingOptions): Promise<Mailing> => {
    const test = await withMail(start, options);
    open.push(test);
    return test;
  };
  afterEach(async () => {
    for (const { server } of open.splice(0)) await server.close();
  });

  it('are chosen for each area apart', async () => {
    const test = await mailing();
    const person = await test.school.person({ email: 'a@x.example' });
    const browser = await test.signIn(person);
    const { body } = await choose(browser, 'lessons', 'never');
    expect(body.areas.find(({ area }: { area: string }) => area === 'lessons')).to.deep.include({ mail: 'never' });
    expect(body.mail).to.deep.equal({ isOn: true, address: 'a@x.example', isFailing: false });
    await test.tell([person.id]);
    await test.later(60);
    expect(test.addresses()).to.deep.equal([]);
    await test.tell([person.id], { kind: 'timetable.reschedule-asked', dedupeKey: 'two' });
    await test.later(11);
    expect(test.addresses()).to.deep.equal(['a@x.example']);
    await browser.put('/api/me/notices/weather').send({ mail: 'never', isPushed: true }).expect(400);
    await browser.put('/api/me/notices/lessons').send({ mail: 'hourly', isPushed: true }).expect(400);
  });

  it('gather a week where somebody wants it so, each child under its name', async () => {
    // A Monday.
    const test = await mailing({ at: '2026-09-07T10:00:00Z' });
    const { school, server, clock } = test;
    const [vera, oleg] = [
      await school.student({ givenName: 'Вера', familyName: 'Орлова', language: 'ru' }),
      await school.student({ givenName: 'Олег', familyName: 'Орлов', language: 'ru' }),
    ];
    const mother = await school.guardian(vera, { email: 'm@x.example', language: 'ru', zone: 'Europe/Moscow' });
    await test.app.database.write((trx) =>
      trx('people_guardianship').insert({
        id: test.app.newId(),
        guardianId: mother.id,
        studentId: oleg.id,
        relation: 'mother',
        mayAct: true,
        fromOn: '2026-09-01',
      }),
    );
    const browser = await test.signIn(mother);
    await choose(browser, 'lessons', 'weekly');
    await browser.put('/api/me/digest').send({ time: '18:30', weekday: 5 }).expect(200);
    await test.tell([mother.id], { aboutPersonId: vera.id });
    clock.set('2026-09-09T10:00:00Z');
    await test.tell([mother.id], { aboutPersonId: oleg.id, dedupeKey: 'two' });
    clock.set('2026-09-11T15:29:00Z');
    await test.later(0);
    expect(server.received).to.have.length(0);
    await test.later(2);
    expect(server.received.map(({ parsed }) => parsed.subject)).to.deep.equal(['Сводка уведомлений (2)']);
    expect(server.received[0]?.parsed.text).to.match(/Орлов Олег[\s\S]*Física[\s\S]*Орлова Вера[\s\S]*Física/);
  });

  it('say in the subject of whom they tell, and not what', async () => {
    const test = await mailing({ at: '2026-09-07T10:00:00Z' });
    const child = await test.school.student({ givenName: 'Вера', familyName: 'Орлова', language: 'ru' });
    const mother = await test.school.guardian(child, { email: 'm@x.example', language: 'ru' });
    await test.tell([mother.id], { aboutPersonId: child.id });
    await test.later(11);
    const [mail] = test.server.received;
    expect(mail?.parsed.subject).to.equal('Орлова Вера: Уроки');
    expect(mail?.parsed.text).to.include('Орлова Вера: ').and.to.include('Física');
  });

  it('of a thread have a mail for each thread, and the others one together', async () => {
    const test = await mailing();
    const person = await test.school.person({ email: 'a@x.example' });
    for (const [nth, key] of ['t1', 't1', 't2', undefined, undefined].entries())
      await test.tell([person.id], { dedupeKey: `n${nth}`, ...(key ? { reply: { owner: 'forum.topic', key } } : {}) });
    await test.later(11);
    expect(test.server.received).to.have.length(3);
  });

  it('keep quiet hours again when a mail leaves late', async () => {
    let isAway = true;
    const test = await mailing({
      at: '2026-09-07T18:00:00Z',
      answer: () => (isAway ? { code: 451, text: 'later' } : undefined),
    });
    const person = await test.school.person({ email: 'a@x.example' });
    await test.tell([person.id]);
    await test.later(11);
    isAway = false;
    // Half past nine in the evening in Madrid.
    test.clock.set('2026-09-07T19:30:00Z');
    await test.later(0);
    expect(test.addresses()).to.deep.equal([]);
    test.clock.set('2026-09-08T05:00:30Z');
    await test.later(0);
    expect(test.addresses()).to.deep.equal(['a@x.example']);
  });

  it('are not silent at night for what is urgent, which only some may say, and which is written down', async () => {
    const test = await mailing({ at: '2026-09-07T21:00:00Z' });
    const { school, app } = test;
    const [person, sleeper] = [
      await school.person({ email: 'a@x.example' }),
      await school.person({ email: 'b@x.example' }),
    ];
    const [tutor, teacher] = [await school.staff('tutor'), await school.staff('teacher')];
    const urgent = { reason: 'The exam begins an hour earlier', byPersonId: tutor.id };
    await test.tell([person.id], { urgent });
    await test.tell([sleeper.id], { dedupeKey: 'two' });
    await test.later(1);
    expect(test.addresses()).to.deep.equal(['a@x.example']);
    const { body } = await (await test.signIn(person)).get('/api/notices').expect(200);
    expect(body.items[0]).to.include({ urgentReason: urgent.reason });
    const rows: unknown[] = await app.database
      .reader('audit_entry')
      .where({ act: 'notify.told-urgently' })
      .select('detailJson');
    expect(rows).to.have.length(1);
    expect(JSON.stringify(rows)).to.include(tutor.id).and.not.to.include('exam');
    for (const byPersonId of [teacher.id, undefined])
      await test
        .tell([person.id], { dedupeKey: 'three', urgent: { reason: 'x', ...(byPersonId ? { byPersonId } : {}) } })
        .then(
          () => expect.fail('told'),
          (refused: Error) => expect(refused.message).to.equal('notify/urgent-refused'),
        );
  });

  it('are switched off by the link in a mail, area by area, by page and by one click, and by nobody who makes a link up', async () => {
    const test = await mailing();
    const { school, app, server } = test;
    const person = await school.person({ email: 'a@x.example' });
    await test.tell([person.id]);
    await test.later(11);
    const [, address = ''] =
      /List-Unsubscribe:\s+<http:\/\/127\.0\.0\.1:3000(\S+)>/i.exec(server.received[0]?.raw ?? '') ?? [];
    expect(server.received[0]?.raw).to.include('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const settings = async (): Promise<Record<string, string>> => {
      const { body } = await (await test.signIn(person)).get('/api/me/notices').expect(200);
      return Object.fromEntries(body.areas.map(({ area, mail }: { area: string; mail: string }) => [area, mail]));
    };
    const { text } = await test.visitor().get(address).expect(200);
    expect(text).to.include('/mail-stop?token=');
    expect((await settings()).lessons, 'opening changes nothing').to.equal('soon');

    // A mail program: no origin, no cookie, a form.
    const program = test.visitor().post(address).unset('Origin').type('form').send({ 'List-Unsubscribe': 'One-Click' });
    await program.expect(200);
    expect(await settings()).to.deep.include({ lessons: 'never', messages: 'soon' });

    const { sessionSecret } = app.config;
    const token = stopToken(sessionSecret, { personId: person.id, areas: ['messages'] });
    const stop = (value: string) => test.visitor().post('/api/mail/stop').send({ token: value });
    await stop(`${token.slice(0, -1)}_`).expect(422);
    await stop(token.replace('~2', '~0')).expect(422);
    await stop(stopToken('another secret', { personId: person.id, areas: ['messages'] })).expect(422);
    await stop(stopToken(sessionSecret, { personId: app.newId(), areas: ['messages'] })).expect(422);
    expect((await settings()).messages).to.equal('soon');
    await stop(token).expect(200, { areas: ['messages'] });
    expect((await settings()).messages).to.equal('never');
  });

  it('hear nothing any more of a child that somebody lost while the mail waited', async () => {
    const test = await mailing();
    const child = await test.school.student();
    const [former, stays] = [
      await test.school.guardian(child, { email: 'former@x.example' }),
      await test.school.guardian(child, { email: 'stays@x.example' }),
    ];
    await test.tell([former.id, stays.id], { aboutPersonId: child.id });
    await test.app.database.write((trx) =>
      trx('people_guardianship').where({ guardianId: former.id }).update({ untilOn: '2026-09-06' }),
    );
    await test.later(11);
    expect(test.addresses()).to.deep.equal(['stays@x.example']);
  });

  it('say of each notice why it came, to whom it came only', async () => {
    const test = await mailing();
    const child = await test.school.student({ givenName: 'Vera', familyName: 'Orlova' });
    const mother = await test.school.guardian(child, { email: 'm@x.example' });
    const unreachable = await test.school.guardian(child);
    await test.tell([mother.id, unreachable.id], { aboutPersonId: child.id });
    const why = async (person: { id: string }) => {
      const browser = await test.signIn(person);
      const { id } = (await browser.get('/api/notices').expect(200)).body.items[0];
      return { id, ...(await browser.get(`/api/notices/${id}`).expect(200)).body };
    };
    const before = await why(mother);
    expect(before).to.deep.include({
      area: 'lessons',
      urgent: null,
      because: { kind: 'guardian', relation: 'mother', roles: [] },
      push: { state: 'not-needed', at: null },
    });
    expect(before.text).to.match(/^Vera Orlova: Física/);
    expect(before.mail).to.deep.include({ rule: 'soon', state: 'waits' });
    expect((await why(unreachable)).mail).to.deep.equal({ rule: null, state: 'unreachable', at: null });
    await test.later(11);
    expect((await why(mother)).mail).to.deep.include({ rule: 'soon', state: 'sent' });
    await (await test.signIn(unreachable)).get(`/api/notices/${before.id}`).expect(404);
  });
});
