import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { createApp } from '../../../server/app.ts';
import { authApi } from '../../../server/auth/api.ts';
import { readConfig } from '../../../server/config.ts';
import { accountOf } from '../../../tests/harness/testAgent.ts';
import { testSchool } from '../../../tests/harness/testSchool.ts';
import { build } from '../built.ts';
import { type Measured, startMeasured } from '../process.ts';

/** Somebody signed in at the measured server. */
export interface Talker {
  readonly id: string;
  readonly cookie: string;
}

export interface TalkingSchool {
  readonly server: Measured;
  readonly talkers: readonly Talker[];
  /** Each with everybody in it. */
  readonly threadIds: readonly string[];
  readonly dataDir: string;
  /** With which the talkers sign in, in their order. */
  readonly accounts: readonly { readonly login: string; readonly password: string }[];
}

/**
 * A built server on SQLite with so many colleagues and conversations of all of them. Their passwords are cheap to check, unless
 * signing in is what is measured.
 */
export async function talkingSchool(people: number, threads: number, passwords?: 'usual'): Promise<TalkingSchool> {
  build();
  const dataDir = mkdtempSync(join(tmpdir(), 'tutoria-bench-'));
  const app = await createApp(readConfig({ TUTORIA_MODE: 'test', DATA_DIR: dataDir }));
  const school = testSchool(app);
  const ids: string[] = [];
  for (let nth = 0; nth < people; nth++) ids.push((await school.staff('tutor')).id);
  const accounts = [];
  for (const id of ids) accounts.push(await accountOf(app, id));
  if (passwords) {
    const passwordHash = await app.api(authApi).hashPassword(accounts[0]?.password ?? '');
    await app.database.write((trx) => trx('auth_account').update({ passwordHash }));
  }
  const threadIds = Array.from({ length: threads }, () => app.newId());
  const now = app.clock();
  await app.database.write(async (trx) => {
    for (const id of threadIds) {
      const facts = { kind: 'people', sameKey: id, isSupervised: false, isGuarded: false, createdById: ids[0] };
      await trx('messages_thread').insert({ id, ...facts, createdAt: now });
      await trx('messages_member').insert(ids.map((personId) => ({ threadId: id, personId, joinedAt: now })));
    }
  });
  await app.close();
  const server = await startMeasured('scripts/bench/messages/watchedServer.mjs', [], {
    DATA_DIR: dataDir,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    TUTORIA_MODE: 'development',
    REQUESTS_PER_MINUTE: '1000000000',
    PACKETS_PER_SECOND: '1000000',
    NODE_ENV: 'production',
  });
  const talkers: Talker[] = [];
  for (const [nth, account] of accounts.entries())
    talkers.push({ id: ids[nth] ?? '', cookie: await signIn(server.url, account) });
  return { server, talkers, threadIds, dataDir, accounts };
}

async function signIn(url: string, account: { readonly login: string; readonly password: string }): Promise<string> {
  const reply = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify(account),
  });
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
  if (!reply.ok || !cookie) throw new Error(`Signing in answered ${reply.status} ${await reply.text()}`);
  return cookie;
}

/** The client's own server while it is developed: its origin is allowed whatever the port. */
const origin = 'http://localhost:5173';

/** A connected socket of somebody. */
export async function connected(url: string, { cookie }: Talker): Promise<Socket> {
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie, origin },
    timeout: 60_000,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** Opens sockets some at a time, as browsers come. */
export async function manySockets(
  count: number,
  open: (nth: number) => Promise<Socket>,
  atOnce = 50,
): Promise<Socket[]> {
  const sockets: Socket[] = [];
  for (let from = 0; from < count; from += atOnce) {
    const few = Array.from({ length: Math.min(atOnce, count - from) }, (_, nth) => open(from + nth));
    sockets.push(...(await Promise.all(few)));
  }
  return sockets;
}

export async function say(url: string, { cookie }: Talker, threadId: string, text: string): Promise<number> {
  const reply = await fetch(`${url}/api/messages/threads/${threadId}/messages`, {
    method: 'POST',
    headers: { cookie, origin, 'content-type': 'application/json' },
    body: JSON.stringify({ clientId: crypto.randomUUID(), text }),
  });
  await reply.arrayBuffer();
  return reply.status;
}

/** Says something over a socket; answered after the commit with the status that HTTP would have. */
export async function sayOver(socket: Socket, threadId: string, text: string): Promise<number> {
  const body = { clientId: crypto.randomUUID(), text };
  const reply: unknown = await socket.emitWithAck('messages:send', { params: { threadId }, body });
  return typeof reply === 'object' && reply && 'status' in reply && typeof reply.status === 'number' ? reply.status : 0;
}

/** The value below which so large a share lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

export interface Inside {
  readonly loopP99Ms: number;
  /** One stall of a second is one sample of many: only this shows it. */
  readonly loopMostMs: number;
  readonly rssBytes: number;
}

/** What the server tells of its own event loop and memory. */
export async function insideOf(server: Measured): Promise<Inside> {
  const reply = await fetch(await server.told('inside at'));
  return (await reply.json()) as Inside;
}
