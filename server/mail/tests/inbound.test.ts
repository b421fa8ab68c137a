import { once } from 'node:events';
import { request } from 'node:http';
import { expect } from 'chai';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { eachApp, type StartApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { rawMail } from '../../../tests/harness/mailing.ts';
import { type MailServer, mailServer } from '../../../tests/harness/mailServer.ts';
import { system } from '../../access/actor.ts';
import { notifyApi } from '../../notify/api.ts';
import { letterbox, type Posted } from './letterbox.ts';

type One = { readonly id: string };

const secret = 's'.repeat(40);
const inbound = { address: 'reply@in.school.example', secret, imapUrl: undefined };

interface Box extends TestApp {
  readonly server: MailServer;
  readonly posts: readonly Posted[];
  readonly person: One;
  /** Tells of something in a thread and gives the mail that went out. */
  mailed(key: string): Promise<{ replyTo: string; from: string; text: string }>;
  post(mail: Mail.Options): Promise<string>;
}

async function box(start: StartApp, server: MailServer): Promise<Box> {
  const posts: Posted[] = [];
  const mail = { smtpUrl: server.url, folder: undefined, from: 'Tutoria <tutoria@school.example>', requireTls: false };
  const test = await start({ catalog: [letterbox(posts)], config: { mail, inbound } });
  await test.settle();
  const person = await test.school.person({ email: 'Ana@home.example' });
  return {
    ...test,
    server,
    posts,
    person,
    mailed: async (key) => {
      await test.app.scopes.inWrite(system, (scope) =>
        test.app.api(notifyApi).tell(scope, {
          personIds: [person.id],
          kind: 'letterbox.lesson-cancelled',
          params: { subject: 'Física', group: '7A', from: 'x' },
          link: '/letterbox',
          dedupeKey: test.app.newId(),
          reply: { owner: 'letterbox.thread', key },
        }),
      );
      test.clock.advance({ minutes: 11 });
      await test.settle();
      await test.settle();
      const { parsed, from } = server.received.at(-1) ?? expect.fail('no mail');
      const [replyTo] = parsed.replyTo?.value ?? [];
      return { replyTo: replyTo?.address ?? '', from, text: parsed.text ?? '' };
    },
    post: async (options) => {
      const raw = await rawMail({ from: 'ana@home.example', subject: 'Re: x', ...options });
      const { body } = await test
        .visitor()
        .post(`/api/mail/inbound/${secret}`)
        .unset('Origin')
        .type('message/rfc822')
        .send(raw.toString('latin1'))
        .expect(200);
      return body.outcome;
    },
  };
}

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

eachApp('Answers by mail', (start) => {
  let server: MailServer;
  beforeEach(async () => {
    server = await mailServer();
  });
  afterEach(() => server.close());

  it('land in the thread as what their writer says, once, without the quote', async () => {
    const test = await box(start, server);
    const { replyTo, text } = await test.mailed('thread-1');
    expect(replyTo).to.match(/^reply\+r[0-9a-f]{48}@in\.school\.example$/);
    expect(text).to.include('You can answer this mail');
    const mail = {
      to: replyTo,
      messageId: '<one@home.example>',
      text: `Да, придём.\n\nOn Mon, Sep 7, 2026 Tutoria <${replyTo}> wrote:\n> x`,
      attachments: [
        { filename: 'photo.png', content: png },
        { filename: 'virus.exe', content: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 0xff, 0xff]) },
      ],
    };
    expect(await test.post(mail)).to.equal('taken');
    expect(await test.post(mail)).to.equal('again');
    expect(test.posts).to.have.length(1);
    expect(test.posts[0]).to.include({ by: test.person.id, key: 'thread-1', text: 'Да, придём.' });
    expect(test.posts[0]?.fileIds, 'the picture, not the program').to.have.length(1);
    expect((await test.mailed('thread-1')).replyTo, 'one address for each person and thread').to.equal(replyTo);
    expect((await test.mailed('thread-2')).replyTo).not.to.equal(replyTo);
  });

  it('are taken without what no database stores, and with files of any name', async () => {
    const test = await box(start, server);
    const { replyTo } = await test.mailed('thread-1');
    const attachments = [{ filename: `a${'. '.repeat(50_000)}b.png`, content: png }];
    expect(await test.post({ to: replyTo, text: 'Да,\0 придём.', attachments })).to.equal('taken');
    expect(test.posts[0]?.text).to.equal('Да, придём.');
    const names: string[] = await test.app.database.reader('files_file').pluck('name');
    expect(names).to.deep.equal(['a.png']);
  });

  it('are refused of anybody else, of programs, to closed threads and to addresses that were made up', async () => {
    const test = await box(start, server);
    const { replyTo } = await test.mailed('thread-1');
    const closed = (await test.mailed('closed')).replyTo;
    expect(await test.post({ to: replyTo, from: 'thief@x.example', text: 'x' })).to.equal('wrong-sender');
    expect(await test.post({ to: replyTo, text: 'x', headers: { 'Auto-Submitted': 'auto-replied' } })).to.equal(
      'automatic',
    );
    expect(await test.post({ to: closed, text: 'x' })).to.equal('refused http/forbidden');
    expect(await test.post({ to: replyTo.replace('+r', '+r0').replace(/.@/, '@'), text: 'x' })).to.equal('not-ours');
    expect(await test.post({ to: replyTo, text: '> only a quote' })).to.equal('empty');
    await test.app.database.write((trx) =>
      trx('people_person').where({ id: test.person.id }).update({ isActive: false }),
    );
    expect(await test.post({ to: replyTo, text: 'x' })).to.equal('wrong-sender');
    expect(test.posts).to.deep.equal([]);
  });

  it('are taken only from whoever knows the secret', async () => {
    const test = await box(start, server);
    const raw = await rawMail({ from: 'a@x.example', to: 'b@x.example', text: 'x' });
    const send = (path: string) =>
      test.visitor().post(`/api/mail/inbound/${path}`).type('message/rfc822').send(raw.toString());
    await send('wrong').expect(404);
    await send(secret).expect(200, { outcome: 'not-ours' });
    const off = await start({ catalog: [] });
    await off.visitor().post(`/api/mail/inbound/${secret}`).type('message/rfc822').send('x').expect(404);
  });

  it('are not even received from anybody else, so that nobody fills the disk', async () => {
    const { url } = await box(start, server);
    const asked = request(`${url}/api/mail/inbound/wrong`, {
      method: 'POST',
      headers: { 'content-type': 'message/rfc822', 'content-length': 20_000_000 },
    });
    asked.flushHeaders();
    const [answer] = await once(asked, 'response');
    expect(answer.statusCode).to.equal(404);
    asked.destroy();
  });

  it('have no address where the plugin takes none', async () => {
    const test = await box(start, server);
    await test.app.scopes.inWrite(system, (scope) =>
      test.app.api(notifyApi).tell(scope, {
        personIds: [test.person.id],
        kind: 'letterbox.lesson-cancelled',
        params: {},
        link: '/x',
        dedupeKey: 'x',
        reply: { owner: 'unknown.thread', key: '1' },
      }),
    );
    test.clock.advance({ minutes: 11 });
    await test.settle();
    await test.settle();
    expect(server.received.at(-1)?.parsed.replyTo).to.equal(undefined);
  });

  it('come back as reports of failure, which end mail to the address and are noted', async () => {
    const test = await box(start, server);
    const { from } = await test.mailed('thread-1');
    expect(from).to.match(/^reply\+b[0-9a-f]{48}@/);
    const report = [
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      'From: MAILER-DAEMON@mx.example',
      `To: ${from}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'Message-ID: <report@mx.example>',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'ana@home.example: no such user',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; ana@home.example',
      'Action: failed',
      'Status: 5.1.1',
      'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      '',
      '--b--',
      '',
    ].join('\r\n');
    const send = () => test.visitor().post(`/api/mail/inbound/${secret}`).type('message/rfc822').send(report);
    await send().expect(200, { outcome: 'failed' });
    await send().expect(200, { outcome: 'again' });
    await test.settle();
    const rows: unknown[] = await test.app.database.reader('mail_message').select('state', 'failure');
    expect(rows).to.deep.equal([{ state: 'refused', failure: '5.1.1' }]);
    const troubles: unknown[] = await test.app.database
      .reader('notify_trouble')
      .select('personId', 'channel', 'reason');
    expect(troubles).to.deep.equal([{ personId: test.person.id, channel: 'mail', reason: '5.1.1' }]);

    const admin = await test.signIn(await test.school.staff('admin'));
    const seen = async () => (await admin.get('/api/channel-troubles').expect(200)).body.items;
    const [trouble] = await seen();
    expect(trouble).to.deep.include({ channel: 'mail', reason: '5.1.1' });
    const stranger = await test.signIn(await test.school.person());
    await stranger.get('/api/channel-troubles').expect(403);
    const own = await test.signIn(test.person);
    expect((await own.get('/api/me/notices').expect(200)).body.mail).to.include({ isFailing: true });
    await admin.post(`/api/channel-troubles/${trouble.id}/solved`).expect(200, { items: [] });
    expect((await own.get('/api/me/notices').expect(200)).body.mail).to.include({ isFailing: false });
  });
});
