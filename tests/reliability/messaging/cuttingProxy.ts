import { connect, createServer, type Socket } from 'node:net';

/** Stands between clients and servers, and treats their connections badly. */
export interface CuttingProxy {
  readonly url: string;
  /** Where new connections go; by turns when there are several. */
  lead(urls: readonly string[]): void;
  /** Ends all connections at once. */
  cut(): void;
  /** Swallows everything for so long, without a word to either side, then ends the connections. */
  blackHole(ms: number): Promise<void>;
  close(): Promise<void>;
}

export async function cuttingProxy(): Promise<CuttingProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let ports: readonly number[] = [];
  let turn = 0;
  let isHole = false;

  const server = createServer((client) => {
    const port = ports[turn++ % Math.max(ports.length, 1)];
    if (port === undefined) return void client.destroy();
    const upstream = connect(port, '127.0.0.1');
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const pass = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        if (!isHole) to.write(bytes);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        pairs.delete(pair);
      });
    };
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const cut = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    lead(urls) {
      ports = urls.map((url) => Number(new URL(url).port));
    },
    cut,
    async blackHole(ms) {
      isHole = true;
      await new Promise((resolve) => setTimeout(resolve, ms));
      isHole = false;
      cut();
    },
    close: () =>
      new Promise((resolve) => {
        cut();
        server.close(() => resolve());
      }),
  };
}
