import { createServer, type IncomingMessage, type Server } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { type Actor, nobody } from '../../access/actor.ts';

export const origin = 'https://tutoria.example';

/** Who is signed in, by the value of the cookie `who`; what an application reads from its sessions. */
export class SignedIn {
  readonly #actors = new Map<string, Actor>();

  add(personId: string): void {
    this.#actors.set(personId, { ...nobody('en'), kind: 'person', personId, sessionId: `session-${personId}` });
  }

  remove(personId: string): void {
    this.#actors.delete(personId);
  }

  readonly authenticate = async ({ headers }: IncomingMessage): Promise<Actor | undefined> =>
    this.#actors.get(/who=([^;]+)/.exec(headers.cookie ?? '')?.[1] ?? '');
}

export interface Listening {
  readonly server: Server;
  readonly url: string;
  close(): Promise<void>;
}

export async function listening(): Promise<Listening> {
  const server = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    server,
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser with a session's cookie. It does not connect again by itself. */
export function visit(url: string, who: string, from = origin): Socket {
  const extraHeaders = { ...(who ? { cookie: `who=${who}` } : {}), ...(from ? { origin: from } : {}) };
  return io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
}

/** Resolves with `connected`, or with why not. */
export const outcome = (client: Socket): Promise<string> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve('connected'));
    client.once('connect_error', (error) => resolve(error.message));
  });

/** What the server answers to `join`; `'nothing'` when it closes the connection instead. */
export const join = (client: Socket, ...body: readonly unknown[]): Promise<unknown> =>
  new Promise((resolve) => {
    client.once('disconnect', () => resolve('nothing'));
    client.emit('join', ...body, resolve);
  });
