import type { Knex } from 'knex';
import type { Database } from '../db/database.ts';
import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';
import { createListeners } from './listeners.ts';
import { type BusMessage, decodeMessages, encodeMessages } from './message.ts';
import { createPostgresListener } from './postgresListener.ts';

export interface BusConfig {
  /** Address of the database; needed on PostgreSQL, where listening takes a connection of its own. */
  readonly url?: string;
  readonly log: Log;
  /** First wait before connecting again, in milliseconds; doubles up to 5 s. 100 unless told. */
  readonly firstRetryMs?: number;
}

/** Carries small messages to every process of the installation, this one included. */
export interface Bus {
  /**
   * Sends with the transaction's commit, in this order. On PostgreSQL only: on SQLite there is nothing that could send
   * after a commit by itself, so that whoever runs the transaction calls `publish` afterwards.
   */
  publishIn(trx: Knex.Transaction, messages: readonly BusMessage[]): Promise<void>;
  /**
   * Sends now. What cannot be sent because the database is away is logged and lost: everybody asks for
   * everything again when it is back.
   */
  publish(...messages: readonly BusMessage[]): Promise<void>;
  /** Returns what ends the listening. */
  onMessage(listener: (message: BusMessage) => void): () => void;
  /** Called when messages may have been lost: whoever shows something must ask for it again. */
  onGap(listener: () => void): () => void;
  /** Resolves when messages are heard. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Within one process on SQLite, over LISTEN and NOTIFY on PostgreSQL. */
export const createBus = (database: Database, config: BusConfig): Bus =>
  database.dialect === 'sqlite' ? createLocalBus(config) : createPostgresBus(database, config);

function createLocalBus({ log }: BusConfig): Bus {
  const messages = createListeners<BusMessage>(log);
  return {
    publishIn: async () => {
      throw new Error('On SQLite messages are published after the commit');
    },
    publish: async (...told) => {
      // By way of the same text, so that what works here works between processes.
      for (const text of encodeMessages(told)) for (const heard of decodeMessages(text)) messages.tell(heard);
    },
    onMessage: messages.add,
    onGap: () => () => undefined,
    start: async () => undefined,
    close: async () => undefined,
  };
}

const channel = 'tutoria';

function createPostgresBus(database: Database, { url, log, firstRetryMs = 100 }: BusConfig): Bus {
  if (!url) throw new Error('Realtime messages on PostgreSQL need the address of the database');
  const messages = createListeners<BusMessage>(log);
  const gaps = createListeners<void>(log);
  const notify = async (db: Knex, told: readonly BusMessage[]): Promise<void> => {
    if (told.length === 0) return;
    const texts = JSON.stringify(encodeMessages(told));
    await db.raw('select pg_notify(?, text) from json_array_elements_text(?::json) as told(text)', [channel, texts]);
  };
  const listener = createPostgresListener({
    url,
    channel,
    log,
    firstRetryMs,
    onText(text) {
      for (const message of decodeMessages(text)) messages.tell(message);
    },
    onGap: () => gaps.tell(),
  });
  return {
    publishIn: notify,
    async publish(...told) {
      try {
        await notify(database.reader, told);
      } catch (reason) {
        log.warn({ failure: failureOf(reason) }, 'A realtime message was lost');
      }
    },
    onMessage: messages.add,
    onGap: gaps.add,
    start: listener.start,
    close: listener.close,
  };
}
