import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { pino } from 'pino';
import { eachApp, type StartApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { type Answer, type MailServer, mailServer } from '../../../tests/harness/mailServer.ts';
import { system } from '../../access/actor.ts';
import { notifyApi } from '../../notify/api.ts';

const servers: MailServer[] = [];

async function withMail(start: StartApp, answer?: Answer): Promise<TestApp & { readonly server: MailServer }> {
  const server = await mailServer(answer);
  servers.push(server);
  const mail = { smtpUrl: server.url, folder: undefined, from: 'Tutoria <tutoria@school.example>', requireTls: false };
  return { ...(await started(await start({ config: { mail } }))), server };
}

/** Schedules are due one period after they are first seen. */
async function started(test: TestApp): Promise<TestApp> {
  await test.settle();
  return test;
}

/** Tells of a lesson that was moved. */
const tellOf = (
  { app }: TestApp,
  personIds: readonly string[],
  more: { readonly aboutPersonId?: string; readonly key?: string } = {},
): Promise<void> =>
  app.scopes.inWrite(system, (scope) =>
    app.api(notifyApi).tell(scope, {
      personIds,
      kind: 'timetable.lesson-moved',
      params: { subject: 'Física <b>', group: '7A', from: '2026-09-08T08:00:00.000Z', to: '2026-09-09T10:00:00.000Z' },
      link: '/timetable/lessons/1',
      dedupeKey: more.key ?? 'one',
      ...(more.aboutPersonId ? { aboutPersonId: more.aboutPersonId } : {}),
    }),
  );

/** Lets schedules come due and what they cause run. */
async function later({ clock, settle }: TestApp, minutes: number): Promise<void> {
  clock.advance({ minutes });
  await settle();
  await settle();
}

const statesOf = async ({ app }: TestApp): Promise<unknown[]> =>
  app.database.reader('mail_message').orderBy('id').select('state', 'attempts', 'failure', 'dataJson', 'address');

eachApp('Mail', (start) => {
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  it('brings unread notices in the person’s own language and zone, names the child, and tells of each once', async () => {
    const test = await withMail(start);
    const { school, server } = test;
    const student = await school.student({ givenName: 'Vera', familyName: 'Orlova', language: 'ru' });
    const mother = await school.guardian(student, {
      language: 'es',
      zone: 'America/Mexico_City',
      email: 'mother@home.example',
    });
    const aunt = await school.guardian(student);
    test.clock.set('2026-09-07T18:00:00Z');
    await tellOf(test, [mother.id, aunt.id], { aboutPersonId: student.id });
    await later(test, 5);
    expect(server.received, 'gathered first').to.have.length(0);
    await tellOf(test, [mother.id], { key: 'two' });
    await later(test, 6);
    await later(test, 60);

    expect(server.received).to.have.length(1);
    const [{ to, from, parsed, raw } = { to: [], from: '', parsed: undefined, raw: '' }] = server.received;
    expect({ to, from, subject: parsed?.subject }).to.deep.equal({
      to: ['mother@home.example'],
      from: 'tutoria@school.example',
      subject: '2 avisos nuevos',
    });
    expect(parsed?.text)
      .to.include('Orlova Vera')
      .and.to.include('Física <b>')
      .and.to.match(/8 de septiembre, 02:00/);
    expect(parsed?.html).to.include('Física &lt;b&gt;').and.to.include('http://127.0.0.1:3000/timetable/lessons/1');
    expect(raw)
      .to.include('Auto-Submitted: auto-generated')
      .and.to.match(/List-Unsubscribe:\s+<http:\/\/127.0.0.1:3000\/api\/mail\/stop\//i);
    expect(await statesOf(test)).to.deep.equal([
      { state: 'sent', attempts: 1, failure: null, dataJson: {}, address: null },
    ]);
  });

  it('decides again when it leaves: the read, the gone, the unreached and the unwilling get nothing', async () => {
    const test = await withMail(start);
    const { school, app, server } = test;
    const child = await school.student();
    const email = (name: string) => ({ email: `${name}@home.example` });
    const reader = await school.guardian(child, email('reader'));
    const former = await school.guardian(child, email('former'));
    const gone = await school.guardian(child, email('gone'));
    const quiet = await school.guardian(child, email('quiet'));
    const stays = await school.guardian(child, email('stays'));
    await tellOf(
      test,
      [reader, former, gone, quiet, stays].map(({ id }) => id),
      { aboutPersonId: child.id },
    );
    await (await test.signIn(reader)).post('/api/notices/read').send({ all: true }).expect(200);
    await (await test.signIn(quiet)).put('/api/me/notices/lessons').send({ mail: 'never', isPushed: true }).expect(200);
    await app.database.write(async (trx) => {
      await trx('people_guardianship').where({ guardianId: former.id }).update({ untilOn: '2026-09-06' });
      await trx('people_person').where({ id: gone.id }).update({ isActive: false });
    });
    await later(test, 60);
    expect(server.received.flatMap(({ to }) => to)).to.deep.equal(['stays@home.example']);
  });

  it('waits for the morning at night, and for the next morning where somebody wants one mail a day', async () => {
    const test = await withMail(start);
    const { school, server, clock } = test;
    const [awake, daily] = [
      await school.person({ email: 'a@x.example' }),
      await school.person({ email: 'd@x.example' }),
    ];
    await (await test.signIn(daily)).put('/api/me/notices/lessons').send({ mail: 'daily', isPushed: true }).expect(200);
    clock.set('2026-09-07T20:00:00Z');
    await tellOf(test, [awake.id]);
    clock.set('2026-09-08T04:30:00Z');
    await later(test, 0);
    expect(server.received).to.have.length(0);
    clock.set('2026-09-08T05:01:00Z');
    await tellOf(test, [daily.id], { key: 'day' });
    await later(test, 0);
    expect(server.received.map(({ to }) => to[0])).to.deep.equal(['a@x.example']);
    clock.set('2026-09-09T05:01:00Z');
    await later(test, 0);
    expect(server.received.map(({ to }) => to[0])).to.deep.equal(['a@x.example', 'd@x.example']);
  });

  it('is tried again after a passing refusal, and given up for good after a final one', async () => {
    let answers = 0;
    const test = await withMail(start, (address) => {
      if (address.startsWith('never')) return { code: 550, text: `${address} is no mailbox of ours` };
      answers += 1;
      return answers <= 2 ? { code: 451, text: 'come back later' } : undefined;
    });
    const { school, server } = test;
    const person = await school.person({ email: 'later@x.example' });
    const wrong = await school.person({ email: 'never@x.example' });
    await tellOf(test, [person.id, wrong.id]);
    await later(test, 11);
    expect(await statesOf(test)).to.have.deep.members([
      {
        state: 'waiting',
        attempts: 1,
        failure: '451',
        dataJson: { noticeIds: await noticesOf(test, person.id) },
        address: null,
      },
      { state: 'refused', attempts: 1, failure: '550', dataJson: {}, address: null },
    ]);
    await later(test, 1);
    await later(test, 6);
    expect(server.received.map(({ to }) => to[0])).to.deep.equal(['later@x.example']);

    const admin = await test.signIn(await school.staff('admin'));
    const { body } = await admin.get('/api/mail/state').expect(200);
    expect(body).to.deep.include({ isOn: true, waiting: 0, sent: 1 });
    expect(body.items[0]).to.deep.include({ state: 'refused', failure: '550', kind: 'notify.notices' });
    expect(body.items[0].person.id).to.equal(wrong.id);
    await (await test.signIn(person)).get('/api/mail/state').expect(403);
  });

  it('survives a server that is away, asking it once a run', async () => {
    const test = await withMail(start);
    const { school, app } = test;
    const people = [await school.person({ email: 'a@x.example' }), await school.person({ email: 'b@x.example' })];
    const [server] = servers.splice(0);
    await server?.close();
    await tellOf(
      test,
      people.map(({ id }) => id),
    );
    await later(test, 11);
    const attempts: number[] = await app.database.reader('mail_message').pluck('attempts');
    expect(attempts.sort()).to.deep.equal([0, 1]);
    expect(await app.database.reader('mail_message').where({ state: 'waiting' }).first('id')).not.to.equal(undefined);
  });

  it('lies in files where no server is configured, and is off in production', async () => {
    const test = await started(await start());
    const person = await test.school.person({ email: 'a@x.example' });
    await tellOf(test, [person.id]);
    await later(test, 11);
    const folder = join(test.app.config.dataDir, 'outbox');
    const files = await readdir(folder);
    expect(files).to.have.length(1);
    expect(await readFile(join(folder, files[0] ?? ''), 'utf8')).to.include('To: a@x.example');

    const mail = { smtpUrl: undefined, folder: undefined, from: 'x@x.example', requireTls: true };
    const off = await started(await start({ config: { mail } }));
    const other = await off.school.person({ email: 'b@x.example' });
    await tellOf(off, [other.id]);
    await later(off, 60);
    expect(await off.app.database.reader('mail_message').first('id')).to.equal(undefined);
    expect((await (await off.signIn(other)).get('/api/me/notices')).body.mail.isOn).to.equal(false);
  });

  it('writes nothing personal to the log, even when a server quotes the address', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const server = await mailServer((address) => ({ code: 550, text: `no such user ${address}` }));
    servers.push(server);
    const mail = { smtpUrl: server.url, folder: undefined, from: 'x@x.example', requireTls: false };
    const test = await started(await start({ config: { mail }, log }));
    const person = await test.school.person({ email: 'canary-address@x.example', familyName: 'Canaryname' });
    await tellOf(test, [person.id]);
    await later(test, 11);
    expect((await statesOf(test))[0]).to.include({ state: 'refused' });
    expect(lines.join('')).not.to.match(/canary/i);
  });
});

const noticesOf = ({ app }: TestApp, personId: string): Promise<string[]> =>
  app.database.reader('notify_notice').where({ personId }).pluck('id');
