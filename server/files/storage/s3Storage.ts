import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { Storage } from './storage.ts';

export interface S3Options {
  /** `https://s3.example.org/bucket/prefix`: the bucket is part of the path. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const Listed = z.object({
  // An element without content is read as an empty text.
  ListBucketResult: z.preprocess(
    (value) => (value === '' ? {} : value),
    z.object({
      Contents: z.array(z.object({ Key: z.string(), LastModified: z.string() })).default([]),
      NextContinuationToken: z.string().optional(),
    }),
  ),
});

const parser = new XMLParser({ isArray: (name) => name === 'Contents', parseTagValue: false });

/** Anything that speaks S3, addressed by path. Contents are small enough to be sent whole. */
export function s3Storage({ url, region, accessKeyId, secretAccessKey }: S3Options): Storage {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const base = new URL(url.replace(/\/?$/, '/'));
  const [bucket = '', ...folders] = base.pathname.split('/').filter((part) => part !== '');
  const prefix = folders.map((part) => `${part}/`).join('');
  const addressOf = (id: string): string => new URL(id, base).href;

  async function ask(address: string, init: RequestInit, fine: readonly number[] = []): Promise<Response> {
    const reply = await client.fetch(address, init);
    if (reply.ok || fine.includes(reply.status)) return reply;
    await reply.body?.cancel();
    // The server's words may name keys; the status is enough.
    throw new Error(`The file storage answered ${reply.status}`);
  }

  return {
    async put(id, path) {
      const body = new Uint8Array(await readFile(path));
      const reply = await ask(addressOf(id), { method: 'PUT', body });
      await reply.body?.cancel();
    },
    async open(id) {
      const { body } = await ask(addressOf(id), { method: 'GET' });
      if (!body) throw new Error('The file storage sent no content');
      return Readable.from(bytesOf(body));
    },
    async remove(id) {
      const reply = await ask(addressOf(id), { method: 'DELETE' }, [404]);
      await reply.body?.cancel();
    },
    async *list() {
      let token: string | undefined;
      do {
        const query = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(token ? { 'continuation-token': token } : {}),
        });
        const reply = await ask(`${new URL(`/${bucket}`, base).href}?${query}`, { method: 'GET' });
        const { ListBucketResult: listed } = Listed.parse(parser.parse(await reply.text()));
        yield listed.Contents.map(({ Key, LastModified }) => ({
          id: Key.slice(prefix.length),
          storedAt: new Date(LastModified),
        }));
        token = listed.NextContinuationToken;
      } while (token);
    },
  };
}

async function* bytesOf(body: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
