import { expect } from 'chai';
import { eachApp, type StartApp } from '../../../tests/harness/eachApp.ts';
import { type ImapServer, imapServer } from '../../../tests/harness/imapServer.ts';
import { rawMail } from '../../../tests/harness/mailing.ts';
import { type MailServer, mailServer } from '../../../tests/harness/mailServer.ts';
import { system } from '../../access/actor.ts';
import { notifyApi } from '../../notify/api.ts';
import { letterbox, type Posted } from './letterbox.ts';

eachApp('A mailbox that is looked into', (start) => {
  let mailbox: ImapServer;
  let server: MailServer;
  afterEach(async () => {
    await mailbox.close();
    await server.close();
  });

  async function begin(opening: StartApp) {
    const posts: Posted[] = [];
    const mail = { smtpUrl: server.url, folder: undefined, from: 'T <t@school.example>', requireTls: false };
    const inbound = { address: 'reply@in.school.example', secret: undefined, imapUrl: mailbox.url };
    const test = await opening({ catalog: [letterbox(posts)], config: { mail, inbound } });
    await test.settle();
    const person = await test.school.person({ email: 'ana@home.example' });
    await test.app.scopes.inWrite(system, (scope) =>
      test.app.api(notifyApi).tell(scope, {
        personIds: [person.id],
        kind: 'letterbox.lesson-cancelled',
        params: { subject: 'Física', group: '7A', from: 'x' },
        link: '/letterbox',
        dedupeKey: 'one',
        reply: { owner: 'letterbox.thread', key: 'thread-1' },
      }),
    );
    const minutes = async (count: number) => {
      test.clock.advance({ minutes: count });
      await test.settle();
      await test.settle();
    };
    await minutes(11);
    const to = server.received.at(-1)?.parsed.replyTo?.value[0]?.address ?? '';
    const answer = (text: string, more = {}) =>
      rawMail({ from: 'ana@home.example', to, subject: 'Re: x', text, messageId: `<${text}@h>`, ...more });
    return { ...test, posts, minutes, answer };
  }

  it('gives each answer once, with what is attached; what is no answer is marked and left', async () => {
    [mailbox, server] = [await imapServer(), await mailServer()];
    const { posts, minutes, answer, app } = await begin(start);
    mailbox.put(await answer('Да, придём.', { attachments: [{ filename: 'a.txt', content: 'Привет' }] }));
    mailbox.put(await answer('spam', { from: 'thief@x.example' }));
    mailbox.put(Buffer.from('no mail at all'));
    await minutes(2);
    expect(posts.map(({ text }) => text)).to.deep.equal(['Да, придём.']);
    expect(posts[0]?.fileIds).to.have.length(1);
    expect(mailbox.flags().every((flags) => flags.includes('\\Seen'))).to.equal(true);

    mailbox.put(await answer('Да, придём.'));
    mailbox.put(await answer('И бабушка тоже.'));
    await minutes(2);
    expect(posts.map(({ text }) => text)).to.deep.equal(['Да, придём.', 'И бабушка тоже.']);
    const outcomes: string[] = await app.database.reader('mail_received').orderBy('id').pluck('outcome');
    expect(outcomes).to.deep.equal(['taken', 'wrong-sender', 'not-ours', 'taken']);
  });

  it('is not held up by mails that strangers made to break it', async () => {
    [mailbox, server] = [await imapServer(), await mailServer()];
    const { posts, minutes, answer, app } = await begin(start);
    const nested = Array.from(
      { length: 3000 },
      (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
    ).join('');
    const head = 'From: a@b.example\r\nTo: reply@in.school.example\r\nSubject: x\r\n';
    mailbox.put(await answer('no signature', { to: 'reply+@in.school.example' }));
    mailbox.put(Buffer.from(`${head}MIME-Version: 1.0\r\n${nested}`));
    mailbox.put(Buffer.from(`${head}Delivered-To: ${'a'.repeat(300_000)}\r\n\r\nx`));
    mailbox.put(await answer('Да, придём.'));
    await minutes(2);
    expect(posts.map(({ text }) => text)).to.deep.equal(['Да, придём.']);
    expect(mailbox.flags().every((flags) => flags.includes('\\Seen'))).to.equal(true);
    const outcomes: string[] = await app.database.reader('mail_received').orderBy('id').pluck('outcome');
    expect(outcomes).to.deep.equal(['not-ours', 'not-ours', 'not-ours', 'taken']);
  });

  it('gives the mails behind one that cannot be taken in, which stays unread', async () => {
    [mailbox, server] = [await imapServer(), await mailServer()];
    const { posts, minutes, answer } = await begin(start);
    mailbox.put(await answer('defect'));
    mailbox.put(await answer('Да, придём.'));
    await minutes(2);
    expect(posts.map(({ text }) => text)).to.deep.equal(['Да, придём.']);
    expect(mailbox.flags().map((flags) => flags.includes('\\Seen'))).to.deep.equal([false, true]);
  });

  it('that cannot be reached, or lets nobody in, is asked again later, and nothing is lost', async () => {
    [mailbox, server] = [await imapServer('changed'), await mailServer()];
    const { posts, minutes, answer } = await begin(start);
    mailbox.put(await answer('Later'));
    await minutes(2);
    expect(posts).to.deep.equal([]);
    expect(mailbox.flags()).to.deep.equal([[]]);
    await mailbox.close();
    await minutes(2);
    expect(posts).to.deep.equal([]);
  });
});
