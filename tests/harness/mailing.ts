import { expect } from 'chai';
import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import type { StartApp, TestApp, TestAppOptions } from './eachApp.ts';
import { type Answer, type MailServer, mailServer } from './mailServer.ts';

const secret = 's'.repeat(40);

export interface MailedApp extends TestApp {
  readonly server: MailServer;
  /** Lets time pass, schedules come due and what they cause run. */
  later(minutes: number): Promise<void>;
  /** The last mail to somebody: its text, and where an answer to it goes. */
  lastTo(address: string): { readonly subject: string; readonly text: string; readonly replyTo: string };
  /** A mail comes in by the webhook; answers what became of it. */
  receive(mail: Mail.Options): Promise<string>;
}

/** An app that sends mail to a server of its own and takes answers; the caller closes the server. */
export async function mailedApp(
  start: StartApp,
  options: TestAppOptions & { readonly answer?: Answer } = {},
): Promise<MailedApp> {
  const { answer, ...rest } = options;
  const server = await mailServer(answer);
  const mail = { smtpUrl: server.url, folder: undefined, from: 'Tutoria <tutoria@school.example>', requireTls: false };
  const inbound = { address: 'reply@in.school.example', secret, imapUrl: undefined };
  const test = await start({ ...rest, config: { mail, inbound, ...rest.config } });
  // Schedules are due one period after they are first seen.
  await test.settle();
  return {
    ...test,
    server,
    later: async (minutes) => {
      test.clock.advance({ minutes });
      await test.settle();
      await test.settle();
    },
    lastTo: (address) => {
      const found = server.received.findLast(({ to }) => to.includes(address));
      if (!found) return expect.fail(`no mail to ${address}`);
      const { parsed } = found;
      const [replyTo] = parsed.replyTo?.value ?? [];
      return { subject: parsed.subject ?? '', text: parsed.text ?? '', replyTo: replyTo?.address ?? '' };
    },
    receive: async (mailOptions) => {
      const raw = await rawMail({ subject: 'Re: x', ...mailOptions });
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

/** A mail as a mail program writes it. */
export async function rawMail(options: Mail.Options): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(options);
  return Buffer.isBuffer(message) ? message : expect.fail('not in memory');
}
