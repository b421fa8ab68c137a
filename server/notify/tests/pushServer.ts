import { createDecipheriv, createECDH, createHash, hkdfSync } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { jwtVerify } from 'jose';
import { z } from 'zod';

const Signal = z.object({ id: z.string().nullable(), title: z.string(), body: z.string(), link: z.string() });

export interface TakenPush {
  readonly device: string;
  readonly headers: IncomingHttpHeaders;
  /** As the browser decrypts it. */
  readonly signal: z.infer<typeof Signal>;
  /** Whom the server says it is, after the signature was checked. */
  readonly claims: { readonly aud?: unknown; readonly sub?: unknown };
}

/** A push service of the outside world with its browsers. */
export interface PushServer {
  readonly origin: string;
  readonly taken: readonly TakenPush[];
  /** What it answers for a device; 201 unless told. */
  answer(device: string, status: number): void;
  /** What a browser gives to the product. */
  browser(device: string): { endpoint: string; p256dh: string; auth: string; label: string };
  close(): Promise<void>;
}

export async function pushServer(): Promise<PushServer> {
  const taken: TakenPush[] = [];
  const answers = new Map<string, number>();
  const browsers = new Map<string, Browser>();
  const server = createServer((req, res) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => void parts.push(part));
    req.on('end', () => {
      const device = req.url?.slice(1) ?? '';
      const status = answers.get(device) ?? 201;
      const browser = browsers.get(device);
      if (status !== 201 || !browser) return void res.writeHead(status).end();
      received(browser, Buffer.concat(parts), req.headers).then(
        (push) => {
          taken.push({ device, headers: req.headers, ...push });
          res.writeHead(201).end();
        },
        () => res.writeHead(400).end(),
      );
    });
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    taken,
    answer: (device, status) => void answers.set(device, status),
    browser: (device) => {
      const browser = browsers.get(device) ?? makeBrowser();
      browsers.set(device, browser);
      return {
        endpoint: `${origin}/${device}`,
        p256dh: browser.publicKey.toString('base64url'),
        auth: browser.auth.toString('base64url'),
        label: device,
      };
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

interface Browser {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
  readonly auth: Buffer;
}

function makeBrowser(): Browser {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys();
  return {
    privateKey: pair.getPrivateKey(),
    publicKey,
    auth: createHash('sha256').update(publicKey).digest().subarray(0, 16),
  };
}

async function received(browser: Browser, body: Buffer, { authorization = '' }: IncomingHttpHeaders) {
  const [, token = '', key = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(authorization) ?? [];
  const point = Buffer.from(key, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const { payload } = await jwtVerify(token, jwk, { algorithms: ['ES256'] });
  return { signal: Signal.parse(JSON.parse(decrypt(browser, body))), claims: payload };
}

/** RFC 8291 over RFC 8188, written from the RFCs. */
function decrypt({ privateKey, publicKey, auth }: Browser, body: Buffer): string {
  const salt = body.subarray(0, 16);
  const senderKey = body.subarray(21, 21 + body.readUInt8(20));
  const sealed = body.subarray(21 + senderKey.length);
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(privateKey);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, senderKey]);
  const shared = Buffer.from(hkdfSync('sha256', pair.computeSecret(senderKey), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', shared, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}
