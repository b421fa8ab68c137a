import { setImmediate as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { Database } from './database.ts';

interface Command {
  /** Runs the command as a savepoint; what it returns tells the caller of the success. */
  run(outer: Knex.Transaction): Promise<() => void>;
  fail(reason: unknown): void;
}

const mostCommands = 50;
const longestMs = 5;

export interface WriterQueue extends Pick<Database, 'whileIdle'> {
  write<T>(work: (trx: Knex.Transaction) => Promise<T>): Promise<T>;
}

/**
 * Group commit for SQLite, where a durable commit costs some 3 ms and there is one writer: commands that
 * wait run as savepoints of one outer transaction, and are acknowledged after its commit. A command that
 * fails rolls back alone. The outer transaction ends when nobody waits, or after 50 commands or 5 ms.
 */
export function writerQueue(writer: Knex): WriterQueue {
  const waiting: Command[] = [];
  /** Others who want the database's one write lock: they get it between two batches. */
  const others: (() => Promise<void>)[] = [];
  let draining = false;

  /** Fails every command of a batch whose outer transaction could not be committed. */
  async function commitBatch(): Promise<void> {
    const batch: Command[] = [];
    try {
      const tellAll = await writer.transaction((outer) => runBatch(outer, batch));
      for (const tell of tellAll) tell();
    } catch (reason) {
      for (const command of batch.length > 0 ? batch : waiting.splice(0, 1)) command.fail(reason);
    }
  }

  async function runBatch(outer: Knex.Transaction, batch: Command[]): Promise<(() => void)[]> {
    const done: (() => void)[] = [];
    const started = performance.now();
    while (batch.length < mostCommands && performance.now() - started < longestMs) {
      const command = waiting.shift();
      if (!command) break;
      batch.push(command);
      try {
        done.push(await command.run(outer));
      } catch (reason) {
        command.fail(reason);
      }
    }
    return done;
  }

  async function drain(): Promise<void> {
    if (draining) return;
    draining = true;
    while (waiting.length + others.length > 0) {
      await others.shift()?.();
      if (waiting.length > 0) await commitBatch();
      // The driver works synchronously: without a pause a stream of commands would keep requests from being read.
      await pause();
    }
    draining = false;
  }

  return {
    write: (work) =>
      new Promise((resolve, reject) => {
        waiting.push({
          run: async (outer) => {
            const value = await outer.transaction((trx) => work(trx));
            return () => resolve(value);
          },
          fail: reject,
        });
        void drain();
      }),
    whileIdle: (work) =>
      new Promise((resolve, reject) => {
        others.push(() => work().then(resolve, reject));
        void drain();
      }),
  };
}
