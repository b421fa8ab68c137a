import { Agent, request } from 'node:http';
import type { Received } from './faultOf.ts';
import type { Sent } from './fuzzCase.ts';

/** Sends requests exactly as they are written, which `fetch` would not. */
export class Sender {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  constructor(url: string) {
    this.#url = new URL(url);
  }

  send({ method, path, headers, body }: Sent, more: Readonly<Record<string, string>>): Promise<Received> {
    const { hostname: host, port, origin } = this.#url;
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    return new Promise((resolve, reject) => {
      const options = { host, port, method, path, agent: this.#agent, timeout: 20_000 };
      const sent = request({ ...options, headers: { origin, ...headers, ...length, ...more } }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('error', reject);
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            type: reply.headers['content-type'] ?? '',
            text: Buffer.concat(chunks).toString(),
          }),
        );
      });
      sent.on('timeout', () => sent.destroy(new Error(`No answer to ${method} ${path}`)));
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
