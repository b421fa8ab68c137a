import type { Client } from 'pg';
import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';

export interface PostgresListenerParts {
  readonly url: string;
  /** A plain identifier. */
  readonly channel: string;
  readonly log: Log;
  readonly firstRetryMs: number;
  onText(text: string): void;
  /** Called after a lost connection has been replaced. */
  onGap(): void;
}

export interface PostgresListener {
  start(): Promise<void>;
  close(): Promise<void>;
}

const longestRetryMs = 5000;
const heartbeatMs = 10_000;
const answerMs = 5000;

/**
 * One connection that does nothing but listen. Its errors end here: unheard, they would end the process;
 * swallowed, they would leave it deaf. A connection that dies without a word is found by the heartbeat.
 */
export function createPostgresListener(parts: PostgresListenerParts): PostgresListener {
  const { log } = parts;
  let current: Client | undefined;
  let closed = false;
  let retryMs = parts.firstRetryMs;
  let retry: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const client = await newClient(parts.url);
    client.on('error', () => lost(client));
    client.on('end', () => lost(client));
    client.on('notification', ({ payload }) => parts.onText(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${parts.channel}`);
    } catch (reason) {
      discard(client);
      throw reason;
    }
    if (closed) return discard(client);
    current = client;
    retryMs = parts.firstRetryMs;
  }

  function lost(client: Client): void {
    if (closed || client !== current) return;
    current = undefined;
    discard(client);
    log.warn({}, 'The connection for realtime messages was lost');
    retry = setTimeout(reopen, retryMs);
  }

  async function reopen(): Promise<void> {
    try {
      await open();
      if (closed) return;
      log.info({}, 'The connection for realtime messages is back');
      parts.onGap();
    } catch (reason) {
      if (closed) return;
      log.warn({ failure: failureOf(reason) }, 'The connection for realtime messages cannot be made');
      retryMs = Math.min(longestRetryMs, retryMs * 2);
      retry = setTimeout(reopen, retryMs);
    }
  }

  function beat(): void {
    const client = current;
    if (client) client.query('select 1').catch(() => lost(client));
  }

  return {
    async start() {
      await open();
      heartbeat = setInterval(beat, heartbeatMs);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      clearInterval(heartbeat);
      await current?.end().catch(() => undefined);
      current = undefined;
    },
  };
}

/** The driver is loaded here, where it is needed: an installation on SQLite does without. */
async function newClient(url: string): Promise<Client> {
  const { Client: PostgresClient } = await import('pg');
  return new PostgresClient({
    connectionString: url,
    application_name: 'tutoria-realtime',
    keepAlive: true,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  });
}

/** Not waited for: an end that is never answered must not hold anything up. */
function discard(client: Client): void {
  client.end().catch(() => undefined);
}
