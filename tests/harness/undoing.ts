import type { Knex } from 'knex';
import type { Database } from '../../server/db/database.ts';

/** A database whose writes can be told to leave nothing behind. */
export interface Undoing {
  readonly around: (database: Database) => Database;
  /** From now on every write is rolled back once it was answered. */
  undo(): void;
}

/** Ends the transaction of a write that was answered. */
class Undone extends Error {
  override readonly message = 'Rolled back on purpose';
}

/** Lets a test try every write on the same rows: each is answered as if it were kept, and then is gone. */
export function undoing(): Undoing {
  let isUndone = false;
  return {
    undo: () => {
      isUndone = true;
    },
    around: (database) => ({
      ...database,
      write: (work) => (isUndone ? answered(database, work) : database.write(work)),
    }),
  };
}

async function answered<T>(database: Database, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  let answer: { readonly value: T } | undefined;
  try {
    await database.write(async (trx) => {
      answer = { value: await work(trx) };
      throw new Undone();
    });
  } catch (reason) {
    if (reason instanceof Undone && answer) return answer.value;
    throw reason;
  }
  throw new Error('A write ended without an answer');
}
