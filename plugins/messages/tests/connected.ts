import { io, type Socket } from 'socket.io-client';
import type { TestApp } from '../../../tests/harness/eachApp.ts';
import { accountOf, visitor } from '../../../tests/harness/testAgent.ts';

/** An open line of somebody. */
export interface Connected {
  readonly socket: Socket;
  /** What this person was sent, as text. */
  readonly heard: string[];
  /** Keys of topics that were taken away. */
  readonly left: string[];
}

/** Signs a person in and opens a line. */
export async function connected(
  { app, url }: Pick<TestApp, 'app' | 'url'>,
  person: { readonly id: string },
): Promise<Connected> {
  const reply = await visitor(app)
    .post('/api/session')
    .send(await accountOf(app, person.id))
    .expect(200);
  const cookie = [reply.headers['set-cookie']].flat().join('; ');
  const extraHeaders = { cookie, origin: app.config.publicUrl };
  const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
  const one: Connected = { socket, heard: [], left: [] };
  socket.onAny((name: string, told: { readonly key?: string }) => {
    one.heard.push(JSON.stringify(told));
    if (name === 'left' && told.key) one.left.push(told.key);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return one;
}
