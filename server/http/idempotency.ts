import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { WriteScope } from '../host/scope.ts';
import { Problem } from './problem.ts';
import { keyReused, stillRunning } from './problems.ts';

/** What was answered to a write, kept so that a repeated one gets the same answer. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export interface Attempt {
  readonly actorId: string;
  /** The route's operationId together with its path as sent. */
  readonly route: string;
  readonly key: string;
  readonly body: unknown;
}

/** How long a reply is kept; also the limit of the client's offline queue. */
export const keptDays = 30;

const running = new Set<string>();

/**
 * Runs a write at most once per actor, route and key. The reply is stored in the write's own transaction.
 * A second attempt while the first runs is refused (409), one with another body too (422).
 */
export async function once(scope: WriteScope, attempt: Attempt, work: () => Promise<Reply>): Promise<Reply> {
  const name = `${attempt.actorId} ${attempt.route} ${attempt.key}`;
  if (running.has(name) || !(await lockAcrossProcesses(scope, name))) throw new Problem(stillRunning);
  running.add(name);
  try {
    const bodyHash = createHash('sha256')
      .update(JSON.stringify(attempt.body ?? null))
      .digest('hex');
    const known = await storedReply(scope.db, attempt);
    if (known && known.bodyHash !== bodyHash) throw new Problem(keyReused);
    if (known) return { status: known.status, body: known.replyJson };
    const reply = await work();
    await scope.db('http_idempotency').insert({
      id: scope.newId(),
      actorId: attempt.actorId,
      route: attempt.route,
      key: attempt.key,
      bodyHash,
      status: reply.status,
      replyJson: JSON.stringify(reply.body ?? null),
      createdAt: scope.now,
    });
    return reply;
  } finally {
    running.delete(name);
  }
}

/** Whether the reply of an attempt is there already. */
export const wasAnswered = async (db: Knex, attempt: Attempt): Promise<boolean> =>
  (await storedReply(db, attempt)) !== undefined;

interface StoredReply {
  readonly bodyHash: string;
  readonly status: number;
  readonly replyJson: unknown;
}

const storedReply = (db: Knex, { actorId, route, key }: Attempt): Promise<StoredReply | undefined> =>
  db('http_idempotency').where({ actorId, route, key }).first('bodyHash', 'status', 'replyJson');

async function lockAcrossProcesses(scope: WriteScope, name: string): Promise<boolean> {
  if (scope.dialect === 'sqlite') return true;
  const number = createHash('sha256').update(name).digest().readBigInt64BE().toString();
  const rows: { locked: boolean }[] = await scope.db.raw('select pg_try_advisory_xact_lock(?::bigint) as locked', [
    number,
  ]);
  return rows[0]?.locked === true;
}

/** Forgets replies older than `keptDays`. */
export const forgetOldReplies = (db: Knex, now: Date): Promise<number> =>
  db('http_idempotency')
    .where('createdAt', '<', new Date(now.getTime() - keptDays * 86_400_000))
    .delete();
