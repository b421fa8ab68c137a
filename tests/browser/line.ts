import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { extname, join } from 'node:path';

/** What stands between browsers and the server: a line that can be cut, and the files of whichever build is deployed. */
export interface Line {
  readonly url: string;
  /** Where the server is. */
  lead(url: string): void;
  /** From now on the client's files come from this folder, as after a deployment. */
  deploy(folder: string): void;
  /** Ends all connections and takes no new ones. */
  cut(): void;
  mend(): void;
  /** Writes reach the server, their answers never come back, over the socket either: until the line is mended. */
  loseAnswers(): void;
  /** Writes are told to come later, and there is no socket, until the line is mended. */
  refuseWrites(): void;
  close(): Promise<void>;
}

type State = 'up' | 'cut' | 'answers lost' | 'writes refused';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const isServers = (path: string): boolean => path.startsWith('/api/') || path.startsWith('/socket.io/');

export async function openLine(): Promise<Line> {
  const sockets = new Set<Socket>();
  /** Those of them that became websockets. */
  const upgraded = new Set<Socket>();
  let state: State = 'up';
  let target = new URL('http://127.0.0.1');
  let folder: string | undefined;

  const server = createServer((asked, answer) => {
    const path = new URL(asked.url ?? '/', 'http://line').pathname;
    const isWrite = asked.method === 'POST' && isServers(path);
    if (folder && !isServers(path)) return serve(folder, path, answer);
    if (isWrite && state === 'writes refused') return void answer.writeHead(429).end();
    pass(asked, answer, target, () => isWrite && state === 'answers lost');
  });
  server.on('connection', (socket) => {
    if (state === 'cut') return void socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('upgrade', (asked: IncomingMessage, client: Socket, head: Buffer) => {
    if (state === 'writes refused') return void client.end('HTTP/1.1 429 Too Many Requests\r\n\r\n');
    upgraded.add(client);
    client.on('close', () => upgraded.delete(client));
    const upstream = connect(Number(target.port), target.hostname);
    const headers = Object.entries(asked.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`);
    upstream.write(`GET ${asked.url} HTTP/1.1\r\n${headers.join('')}\r\n`);
    upstream.write(head);
    client.pipe(upstream);
    upstream.on('data', (bytes) => {
      if (state !== 'answers lost') client.write(bytes);
    });
    for (const [one, other] of [[client, upstream] as const, [upstream, client] as const]) {
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const end = (some: Iterable<Socket> = sockets) => {
    for (const socket of some) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    lead: (url) => {
      target = new URL(url);
    },
    deploy: (to) => {
      folder = to;
    },
    cut: () => {
      state = 'cut';
      end();
    },
    mend: () => {
      // Of a websocket something is missing in the middle.
      if (state === 'answers lost') end(upgraded);
      state = 'up';
    },
    loseAnswers: () => {
      state = 'answers lost';
    },
    refuseWrites: () => {
      state = 'writes refused';
      end(upgraded);
    },
    close: () =>
      new Promise((resolve) => {
        end();
        server.close(() => resolve());
      }),
  };
}

function pass(asked: IncomingMessage, answer: ServerResponse, target: URL, isLost: () => boolean): void {
  const { method, url: path, headers } = asked;
  const onward = request({ host: target.hostname, port: target.port, method, path, headers }, (reply) => {
    if (isLost()) return void reply.resume();
    answer.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

/** As the server serves them: hashed files or nothing, everything else is the page. */
function serve(folder: string, path: string, answer: ServerResponse): void {
  const file = join(folder, path);
  const isThere = path !== '/' && existsSync(file);
  if (!isThere && path.startsWith('/assets/')) return void answer.writeHead(404).end();
  const shown = isThere ? file : join(folder, 'index.html');
  answer.writeHead(200, {
    'content-type': types[extname(shown)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
  });
  createReadStream(shown).pipe(answer);
}
