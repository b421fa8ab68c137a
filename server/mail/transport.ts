import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ComposedMail } from './compose/composeMail.ts';
import type { Failed } from './domain/failure.ts';

/** A mail ready to leave. */
export interface Letter extends ComposedMail {
  /** The mail's own id; the same at every attempt, so that receivers recognise a second copy. */
  readonly id: string;
  readonly to: string;
  readonly writtenAt: Date;
  /** Address that switches these mails off by one POST. */
  readonly stopUrl?: string;
  readonly replyTo?: string;
  /** Where servers report that it could not be delivered; the sender unless told. */
  readonly bounceTo?: string;
}

export interface Transport {
  /** Rejects with `NotSent`. */
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** Why a mail did not leave; carries codes only, because a server's words may quote the address. */
export class NotSent extends Error {
  readonly failed: Failed;

  constructor(failed: Failed) {
    super(`mail not sent: ${failed.code} ${failed.reply ?? ''}`.trim());
    this.failed = failed;
  }
}

export interface SmtpOptions {
  readonly url: string;
  readonly from: string;
  /** Refuses to speak without TLS; told by the configuration for servers that are not on this machine. */
  readonly requireTls: boolean;
}

/** Loaded with the first mail; threads send none. */
const nodemailer = () => import('nodemailer');

const seconds = 1000;

const fieldsOf = (letter: Letter, from: string) => ({
  from,
  to: letter.to,
  subject: letter.subject,
  text: letter.text,
  html: letter.html,
  date: letter.writtenAt,
  messageId: `<${letter.id}@${/@([^>\s]+)/.exec(from)?.[1] ?? 'tutoria.invalid'}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    ...(letter.stopUrl
      ? { 'List-Unsubscribe': `<${letter.stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
      : {}),
  },
  // Answers to mails with the same address belong together.
  ...(letter.replyTo ? { replyTo: letter.replyTo, references: `<${letter.replyTo}>` } : {}),
  ...(letter.bounceTo ? { envelope: { from: letter.bounceTo, to: letter.to } } : {}),
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Sends over SMTP; the connection is kept until `close`. */
export async function smtpTransport({ url, from, requireTls }: SmtpOptions): Promise<Transport> {
  const { createTransport } = await nodemailer();
  const limits = { connectionTimeout: 15 * seconds, greetingTimeout: 15 * seconds, socketTimeout: 60 * seconds };
  const smtp = createTransport({ url, pool: true, maxConnections: 1, requireTLS: requireTls, ...limits });
  return {
    send: async (letter) => {
      try {
        await smtp.sendMail(fieldsOf(letter, from));
      } catch (reason) {
        throw new NotSent(failedOf(reason));
      }
    },
    close: () => smtp.close(),
  };
}

function failedOf(reason: unknown): Failed {
  const member = (name: string): unknown =>
    typeof reason === 'object' && reason !== null ? Reflect.get(reason, name) : undefined;
  const [code, reply] = [member('code'), member('responseCode')];
  return { code: typeof code === 'string' ? code : 'EUNKNOWN', reply: typeof reply === 'number' ? reply : undefined };
}

/** Writes each mail to a file that mail programs open; for development and for trying out. */
export async function folderTransport(folder: string, from: string): Promise<Transport> {
  const { createTransport } = await nodemailer();
  const writer = createTransport({ streamTransport: true, buffer: true });
  return {
    send: async (letter) => {
      const { message } = await writer.sendMail(fieldsOf(letter, from));
      if (!Buffer.isBuffer(message)) throw new Error('The mail was not written into memory');
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, `${letter.id}.eml`);
      await writeFile(`${file}.part`, message, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => writer.close(),
  };
}
