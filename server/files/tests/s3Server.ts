import { createServer, type IncomingMessage } from 'node:http';
import { AwsV4Signer } from 'aws4fetch';

/** As much of S3 as a storage needs: put, get, delete and list of one bucket. It checks the signature of every request. */
export interface S3Server {
  readonly url: string;
  /** By path, bucket included. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** Puts something there that no request brought. */
  plant(path: string): void;
  /** Requests whose signature of version 4 is not the one of key `key` with the secret `secret` in `eu-1`. */
  unsigned(): number;
  close(): Promise<void>;
}

export async function s3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let unsigned = 0;
  const server = createServer((req, res) => {
    const { pathname, searchParams } = new URL(req.url ?? '/', 'http://s3');
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => void parts.push(part));
    req.on('end', async () => {
      if (!(await isSigned(req))) unsigned += 1;
      if (req.method === 'PUT') objects.set(pathname, Buffer.concat(parts));
      else if (req.method === 'DELETE') objects.delete(pathname);
      else if (searchParams.get('list-type') === '2') {
        res.setHeader('Content-Type', 'application/xml');
        res.end(listOf(objects, pathname, searchParams));
        return;
      } else if (!objects.has(pathname)) res.statusCode = 404;
      res.end(req.method === 'GET' ? objects.get(pathname) : undefined);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    objects,
    plant: (path) => void objects.set(path, Buffer.from('planted')),
    unsigned: () => unsigned,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

/** Signs the same once more, over the headers that were signed. */
async function isSigned({ method = '', url = '', headers }: IncomingMessage): Promise<boolean> {
  const given = headers.authorization ?? '';
  const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
  const signer = new AwsV4Signer({
    ...{ method, url: `http://${headers.host}${url}`, region: 'eu-1', service: 's3' },
    ...{ accessKeyId: 'key', secretAccessKey: 'secret', datetime: String(headers['x-amz-date']) },
    headers: Object.fromEntries(names.filter((name) => name !== 'host').map((name) => [name, String(headers[name])])),
  });
  const signed = await signer.sign();
  return signed.headers.get('authorization') === given;
}

/** One object a page, so that whoever lists has to turn pages. */
function listOf(objects: ReadonlyMap<string, Buffer>, bucket: string, query: URLSearchParams): string {
  const keys = [...objects.keys()]
    .map((path) => path.slice(bucket.length + 1))
    .filter((key) => key.startsWith(query.get('prefix') ?? ''))
    .sort();
  const from = Number(query.get('continuation-token') ?? 0);
  const shown = keys.slice(from, from + 1);
  const next = from + 1 < keys.length ? `<NextContinuationToken>${from + 1}</NextContinuationToken>` : '';
  const contents = shown.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
  );
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
}
