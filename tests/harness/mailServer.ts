import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly to: readonly string[];
  readonly from: string;
  /** As it came over the wire. */
  readonly raw: string;
  readonly parsed: ParsedMail;
}

/** A mail server of the outside world. */
export interface MailServer {
  readonly url: string;
  readonly received: readonly ReceivedMail[];
  /** How many connections it was asked for. */
  readonly connections: () => number;
  close(): Promise<void>;
}

interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** What the server answers to an address: undefined accepts it. It may take its time. */
export type Answer = (address: string) => Refusal | undefined | Promise<Refusal | undefined>;

/** Listens on a free port of this machine. */
export async function mailServer(answer: Answer = () => undefined): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onRcptTo: ({ address }, _session, done) => {
      const tell = (refusal?: Refusal) =>
        done(refusal ? Object.assign(new Error(refusal.text), { responseCode: refusal.code }) : undefined);
      void Promise.resolve(answer(address)).then(tell, done);
    },
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => void parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts);
        const { mailFrom, rcptTo } = envelope;
        simpleParser(raw).then((parsed) => {
          const from = mailFrom ? mailFrom.address : '';
          received.push({ to: rcptTo.map(({ address }) => address), from, raw: raw.toString(), parsed });
          done();
        }, done);
      });
    },
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.on('error', reject);
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
