import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';

/** What socket.io does by itself: whatever is said goes to everybody who is there, and nothing is kept. */
export interface PlainEmit {
  readonly url: string;
  say(from: number, text: string): void;
  /** How often each text was heard, by listener. */
  readonly heard: readonly ReadonlyMap<string, number>[];
  /** Ends when all of them are connected. */
  open(url: string): Promise<void>;
  close(): Promise<void>;
}

/** The broken control: the same number of clients, behind a proxy that treats them as badly. */
export async function plainEmit(clients: number): Promise<PlainEmit> {
  const http = createServer();
  const server = new Server(http, { transports: ['websocket'] });
  server.on('connection', (socket) => socket.on('say', (text: string) => server.emit('said', text)));
  await new Promise<void>((resolve) => {
    http.listen(0, '127.0.0.1', resolve);
  });
  const address = http.address();
  const heard = Array.from({ length: clients }, () => new Map<string, number>());
  const sockets: Socket[] = [];
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    heard,
    async open(url) {
      for (const one of heard) {
        const socket = io(url, {
          transports: ['websocket'],
          forceNew: true,
          reconnectionDelay: 100,
          reconnectionDelayMax: 800,
        });
        socket.on('said', (text: string) => void one.set(text, (one.get(text) ?? 0) + 1));
        sockets.push(socket);
      }
      await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))));
    },
    say: (from, text) => void sockets[from]?.emit('say', text),
    async close() {
      for (const socket of sockets) socket.disconnect();
      await server.close();
    },
  };
}
