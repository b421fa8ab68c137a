import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

interface Mailbox {
  readonly messages: readonly { readonly flags: readonly string[] }[];
}

interface Hoodiecrow {
  readonly server: { address(): AddressInfo; readonly listening: boolean };
  listen(port: number, host: string, done: () => void): void;
  close(done: () => void): void;
  appendMessage(mailbox: string, flags: readonly string[], at: string, raw: string): void;
  getMailbox(name: string): Mailbox;
}

/** By `require`: it is no module, and `import` would have every file of tests load the product twice. */
const require = createRequire(import.meta.url);
const hoodiecrow: (options: object) => Hoodiecrow = require('hoodiecrow-imap');

/** A mailbox of the outside world, on a real IMAP server of this machine. */
export interface ImapServer {
  readonly url: string;
  /** A mail arrives in the inbox. */
  put(raw: Buffer): void;
  /** Flags of the mails of the inbox, in the order in which they came. */
  flags(): readonly (readonly string[])[];
  close(): Promise<void>;
}

export async function imapServer(password = 'p@ss:word'): Promise<ImapServer> {
  const users = { 'reply@in.school.example': { password } };
  const server = hoodiecrow({ users, plugins: ['ID', 'SASL-IR', 'LITERALPLUS', 'UNSELECT'], storage: { INBOX: {} } });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const user = encodeURIComponent('reply@in.school.example');
  return {
    url: `imap://${user}:${encodeURIComponent('p@ss:word')}@127.0.0.1:${server.server.address().port}/INBOX`,
    put: (raw) => server.appendMessage('INBOX', [], '07-Sep-2026 10:00:00 +0000', raw.toString('latin1')),
    flags: () => server.getMailbox('INBOX').messages.map(({ flags }) => flags),
    close: () => new Promise((done) => (server.server.listening ? server.close(done) : done())),
  };
}
