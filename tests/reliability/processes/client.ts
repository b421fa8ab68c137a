import type { z } from 'zod';

/** One answer over HTTP. */
export class Answer {
  readonly status: number;
  readonly text: string;

  constructor(status: number, text: string) {
    this.status = status;
    this.text = text;
  }

  /** The body, when the request was served; otherwise what was answered is the error. */
  as<T>(schema: z.ZodType<T>): T {
    if (this.status >= 300) throw new Error(`${this.status} ${this.text}`);
    return schema.parse(JSON.parse(this.text));
  }
}

export interface Ask {
  readonly body?: unknown;
  /** Goes as `If-Match`. */
  readonly revision?: number;
  /** Goes as `Idempotency-Key`. */
  readonly key?: string;
}

const answerWithinMs = 60_000;

/** A signed-in browser; the session works at every process of the installation. */
export class Client {
  readonly cookie: string;

  constructor(cookie: string) {
    this.cookie = cookie;
  }

  /** Signs in at one process. */
  static async signIn(url: string, account: { readonly login: string; readonly password: string }): Promise<Client> {
    const reply = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(account),
    });
    const cookie = reply.headers.getSetCookie()[0]?.split(';')[0];
    if (!reply.ok || cookie === undefined) throw new Error(`Signing in: ${reply.status} ${await reply.text()}`);
    await reply.arrayBuffer();
    return new Client(cookie);
  }

  /** Asks one process; rejects when no answer came. */
  async ask(url: string, method: string, path: string, { body, revision, key }: Ask = {}): Promise<Answer> {
    const reply = await fetch(`${url}/api${path}`, {
      method,
      signal: AbortSignal.timeout(answerWithinMs),
      headers: {
        cookie: this.cookie,
        origin: url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return new Answer(reply.status, await reply.text());
  }
}
