import { z } from 'zod';
import type { WriteScope } from '../../host/scope.ts';
import { defineJob, type JobContext, type JobKind } from '../../jobs/job.ts';
import { attemptMs, nextAttempt } from '../domain/attempts.ts';
import { kindOfFailure } from '../domain/failure.ts';
import { mailRefused } from '../events.ts';
import type { Ready } from '../letters.ts';
import { type ClaimedMessage, claimMessage, endMessage, postponeMessage, waitWithMessage } from '../store/messages.ts';
import { NotSent, type Transport } from '../transport.ts';

export interface DeliverParts {
  /** A connection for one run; undefined where mail is off. */
  connect(): Promise<Transport> | undefined;
  /** The mail as it may be told now. */
  letterOf(context: JobContext, message: ClaimedMessage): Promise<Ready>;
}

/** Sends whatever is due, one after the other. A server that cannot be reached ends the run: the rest waits for the next. */
export const deliverJob = ({ connect, letterOf }: DeliverParts): JobKind<Record<string, never>> =>
  defineJob({
    name: 'mail.deliver',
    lane: 'quick',
    input: z.strictObject({}),
    run: async (context) => {
      const transport = await connect();
      if (!transport) return null;
      const counts = { sent: 0, failed: 0 };
      try {
        for (let next = await takeUp(context); next; next = await takeUp(context)) {
          const outcome = await deliver(context, transport, next, letterOf);
          if (outcome === 'waits') continue;
          counts[outcome === 'sent' ? 'sent' : 'failed'] += 1;
          context.report({ done: counts.sent, total: counts.sent + counts.failed });
          if (outcome === 'unreachable') break;
        }
      } finally {
        transport.close();
      }
      return counts;
    },
  });

const takeUp = (context: JobContext): Promise<ClaimedMessage | undefined> =>
  context.write(({ db, dialect, now }) => claimMessage(db, dialect, now, new Date(now.getTime() + attemptMs)));

type Outcome = 'sent' | 'waits' | 'dropped' | 'failed' | 'unreachable';

async function deliver(
  context: JobContext,
  transport: Transport,
  message: ClaimedMessage,
  letterOf: DeliverParts['letterOf'],
): Promise<Outcome> {
  try {
    const ready = await letterOf(context, message);
    if (ready && 'waitUntil' in ready) {
      await context.write(({ db }) => waitWithMessage(db, message, ready.waitUntil));
      return 'waits';
    }
    if (ready) await transport.send(ready.letter);
    const outcome = ready ? 'sent' : 'dropped';
    await context.write(({ db, now }) => endMessage(db, message.id, outcome, null, now));
    return outcome;
  } catch (reason) {
    if (!(reason instanceof NotSent)) throw reason;
    return context.write((scope) => storeFailure(scope, message, reason));
  }
}

async function storeFailure(
  scope: WriteScope,
  { id, personId, attempts }: ClaimedMessage,
  { failed }: NotSent,
): Promise<Outcome> {
  const { db, now } = scope;
  const kind = kindOfFailure(failed);
  const told = String(failed.reply ?? failed.code);
  const again = kind === 'refused' ? undefined : nextAttempt(attempts, now);
  if (again) await postponeMessage(db, id, again, told);
  else await endMessage(db, id, kind === 'refused' ? 'refused' : 'given-up', told, now);
  if (kind === 'refused' && personId) scope.emit(mailRefused, { personId, mailId: id, reason: told });
  return kind === 'unreachable' ? 'unreachable' : 'failed';
}
