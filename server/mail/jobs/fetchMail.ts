import type { ImapFlow } from 'imapflow';
import { z } from 'zod';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { receiveMail } from '../commands/receiveMail.ts';
import { type InboundParts, prepareMail } from '../inbound/prepare.ts';
import { readMail } from '../inbound/readMail.ts';

const patienceMs = 30_000;
const mostBytes = 30_000_000;
/** The rest comes a minute later. */
const mostAtOnce = 100;

/** `imaps://user:password@host:993/INBOX` */
function placeOf(url: string) {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  return {
    mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX',
    options: {
      host: hostname,
      port: Number(port) || (secure ? 993 : 143),
      secure,
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      logger: false as const,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: 2 * patienceMs,
    },
  };
}

/** Takes unread mail out of the mailbox of the configuration. A mail is marked as read when what it means is stored; until then it comes again. */
export const fetchMailJob = (url: string, parts: InboundParts): JobKind<Record<string, never>> =>
  defineJob({
    name: 'mail.fetch',
    lane: 'quick',
    input: z.strictObject({}),
    run: async (context) => {
      const { mailbox, options } = placeOf(url);
      // Loaded by those who have a mailbox: it is large.
      const { ImapFlow } = await import('imapflow');
      const client = new ImapFlow(options);
      // Told by the failing command as well; without a listener it would end the process.
      client.on('error', () => undefined);
      await client.connect();
      try {
        const lock = await client.getMailboxLock(mailbox);
        try {
          return { taken: await takeUnread(context, client, parts) };
        } finally {
          lock.release();
        }
      } finally {
        await client.logout().catch(() => client.close());
      }
    },
  });

/** A mail that cannot be taken in stays unread and is tried again; it holds up none of those behind it. */
async function takeUnread(context: JobContext, client: ImapFlow, parts: InboundParts): Promise<number> {
  const unread = (await client.search({ seen: false }, { uid: true })) || [];
  const failures: unknown[] = [];
  let taken = 0;
  for (const uid of unread.slice(0, mostAtOnce)) {
    context.signal.throwIfAborted();
    const found = await client.fetchOne(String(uid), { source: { maxLength: mostBytes } }, { uid: true });
    const source = found ? found.source : undefined;
    try {
      if (source) await takeOne(context, parts, source);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
      taken += 1;
    } catch (reason) {
      failures.push(reason);
    }
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}

async function takeOne(context: JobContext, parts: InboundParts, source: Buffer): Promise<void> {
  const mail = await readMail(source);
  const prepared = await context.read((scope) => prepareMail(scope, parts, mail));
  await context.write((scope) => receiveMail(scope, parts, prepared));
}
