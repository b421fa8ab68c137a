import { existsSync, readdirSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect } from 'chai';
import sharp from 'sharp';
import { z } from 'zod';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import type { TestAgent } from '../../../tests/harness/testAgent.ts';
import { signedIn } from '../../access/permission.ts';
import { eventually } from '../../events/tests/eventually.ts';
import { apiRef, definePlugin } from '../../host/plugin.ts';
import { defineWrite } from '../../http/route.ts';
import { defineFileOwner, filesApi } from '../api.ts';
import { s3Server } from './s3Server.ts';
import { zipOf } from './zipOf.ts';

/** A shelf that only its owner may read. */
const shelves = definePlugin({
  ref: apiRef<null>('shelves'),
  home: new URL('./', import.meta.url),
  requires: [filesApi],
  start: (host) => ({
    api: null,
    fileOwners: [defineFileOwner({ id: 'shelves.shelf', mayRead: async ({ actor }, key) => actor.personId === key })],
    routes: [
      defineWrite({
        method: 'post',
        path: '/shelves',
        operationId: 'fillShelf',
        summary: 'Puts files on a shelf.',
        permission: signedIn,
        body: z.strictObject({ ownerId: z.uuid(), fileIds: z.array(z.uuid()) }),
        output: z.object({}),
        handle: async (scope, { body }) => {
          await host.api(filesApi).attach(scope, { owner: 'shelves.shelf', key: body.ownerId }, body.fileIds);
          return {};
        },
      }),
    ],
  }),
});

const upload = (browser: TestAgent, name: string, content: Buffer) =>
  browser.post('/api/files').query({ name }).set('Content-Type', 'application/octet-stream').send(content);

const photo = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'CanaryPhone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 45/1 0/1' } })
    .toBuffer();

const contentsIn = ({ app }: TestApp, folder: string): string[] => {
  const top = join(app.config.dataDir, folder);
  return existsSync(top)
    ? readdirSync(top, { recursive: true, withFileTypes: true })
        .filter((one) => one.isFile())
        .map(({ name }) => name)
    : [];
};

const pngBomb = (): Buffer => {
  const chunk = (kind: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const framed = Buffer.alloc(body.length + 8);
    framed.writeUInt32BE(data.length, 0);
    body.copy(framed, 4);
    framed.writeUInt32BE(crcOf(body), body.length + 4);
    return framed;
  };
  const head = Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 1, 0, 0, 0, 0]);
  const rows = deflateSync(Buffer.alloc(3751 * 300));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

function crcOf(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const office = (more: Parameters<typeof zipOf>[0] = []) =>
  zipOf([{ name: '[Content_Types].xml', text: '<Types/>' }, { name: 'word/document.xml', text: '<w/>' }, ...more]);

const attacks: readonly (readonly [
  what: string,
  name: string,
  content: () => Buffer | Promise<Buffer>,
  problem: string,
])[] = [
  ['HTML', 'page.html', () => Buffer.from('<!doctype html><script>alert(1)</script>'), 'type-refused'],
  ['HTML under the name of a picture', 'cat.png', () => Buffer.from('<html><script>alert(1)</script>'), 'type-refused'],
  [
    'SVG with a script',
    'x.svg',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    'type-refused',
  ],
  [
    'SVG behind blanks and a comment',
    'x.txt',
    () => Buffer.from('\n\n  <!-- x --><svg onload=alert(1)>'),
    'type-refused',
  ],
  ['a program', 'a.pdf', () => Buffer.from('7f454c46020101000000', 'hex'), 'type-refused'],
  ['nothing', 'a.txt', () => Buffer.alloc(0), 'empty'],
  ['a picture of 900 million pixels in 1 KB', 'a.png', pngBomb, 'picture-too-large'],
  ['half a picture', 'a.jpg', async () => (await photo(400, 400)).subarray(0, 900), 'picture-broken'],
  [
    'a picture that begins right and goes on wrong',
    'a.png',
    () => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300, 65)]),
    'picture-broken',
  ],
  ['any archive', 'a.zip', () => zipOf([{ name: 'a.txt', text: 'x' }]), 'type-refused'],
  [
    'an archive whose names lead out of its folder',
    'a.docx',
    () => office([{ name: '../../etc/passwd', text: 'x' }]),
    'archive-refused',
  ],
  [
    'an archive bomb',
    'a.docx',
    () => office([{ name: 'word/a.xml', text: 'x', says: 4_000_000_000 }]),
    'archive-refused',
  ],
  ['an archive that is cut off', 'a.docx', () => office().subarray(0, 60), 'type-refused'],
];

eachApp('Files', (start) => {
  it('of pictures are made anew, without place and device, and read by their uploader alone until something has them', async () => {
    const test = await start({ catalog: [shelves] });
    const [owner, other] = [await test.school.person(), await test.school.person()];
    const [mine, theirs] = [await test.signIn(owner), await test.signIn(other)];
    const polyglot = Buffer.concat([await photo(), Buffer.from('<script>alert("canary")</script>')]);
    const { body } = await upload(mine, '../../etc/мой кот.html', polyglot).expect(201);
    expect(body).to.deep.include({ name: 'мой кот.jpg', mediaType: 'image/jpeg', width: 40, height: 20 });

    const reply = await mine.get(`/api/files/${body.id}`).expect(200);
    expect(reply.headers).to.include({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="_.jpg"; filename*=UTF-8''%D0%BC%D0%BE%D0%B9%20%D0%BA%D0%BE%D1%82.jpg`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(reply.headers['content-security-policy']).to.match(/^sandbox; default-src 'none'/);
    expect(reply.body.toString('latin1')).not.to.match(/canary|exif|gps/i);
    const { exif, width } = await sharp(reply.body).metadata();
    expect({ exif, width }).to.deep.equal({ exif: undefined, width: 40 });

    await theirs.get(`/api/files/${body.id}`).expect(404);
    await theirs
      .post('/api/shelves')
      .send({ ownerId: other.id, fileIds: [body.id] })
      .expect(404);
    await mine
      .post('/api/shelves')
      .send({ ownerId: other.id, fileIds: [body.id] })
      .expect(200);
    await theirs.get(`/api/files/${body.id}`).expect(200);
    await mine.get(`/api/files/${body.id}`).expect(404);
    await mine
      .post('/api/shelves')
      .send({ ownerId: owner.id, fileIds: [body.id] })
      .expect(409);
    await test.visitor().get(`/api/files/${body.id}`).expect(401);
  });

  it('of the same content are kept once, and are gone a day after nothing has them', async () => {
    const test = await start({ catalog: [shelves] });
    const owner = await test.school.person();
    const browser = await test.signIn(owner);
    const text = Buffer.from('Домашнее задание: § 12');
    const [first, second] = [
      await upload(browser, 'a.txt', text).expect(201),
      await upload(browser, 'b.txt', text).expect(201),
    ];
    await upload(browser, 'c.txt', Buffer.from('nobody keeps me')).expect(201);
    expect(contentsIn(test, 'files')).to.have.length(2);
    expect(contentsIn(test, 'uploads')).to.deep.equal([]);
    await browser
      .post('/api/shelves')
      .send({ ownerId: owner.id, fileIds: [first.body.id] })
      .expect(200);
    await test.settle();
    test.clock.advance({ hours: 25 });
    await test.settle();
    await test.settle();
    expect(contentsIn(test, 'files')).to.have.length(1);
    const kept = await browser.get(`/api/files/${first.body.id}`).expect(200);
    expect(kept.text).to.equal(text.toString());
    expect(kept.headers['content-disposition'], 'only pictures are shown').to.match(/^attachment/);
    await browser.get(`/api/files/${second.body.id}`).expect(404);
  });

  it('refuse every attack, and keep nothing of it', async () => {
    const test = await start({ catalog: [shelves] });
    const browser = await test.signIn(await test.school.person());
    for (const [what, name, content, problem] of attacks) {
      const reply = await upload(browser, name, await content());
      expect({ what, status: reply.status >= 400 && reply.status < 500, type: reply.body.type }).to.deep.equal({
        what,
        status: true,
        type: `/problems/files/${problem}`,
      });
    }
    await upload(browser, 'big.txt', Buffer.alloc(25_000_001, 65)).expect(413);
    await upload(test.visitor(), 'a.txt', Buffer.from('x')).expect(401);
    expect([...contentsIn(test, 'files'), ...contentsIn(test, 'uploads')]).to.deep.equal([]);
    await upload(browser, 'a.docx', office()).expect(201);
  });

  it('of a sender who goes away in the middle leave nothing', async () => {
    const test = await start({ catalog: [shelves] });
    const browser = await test.signIn(await test.school.person());
    const { port } = new URL(test.url);
    const cookie = browser.jar
      .getCookies({ domain: '127.0.0.1', path: '/', secure: false, script: false })
      .toValueString();
    await new Promise<void>((resolve) => {
      const headers = { origin: test.app.config.publicUrl, cookie, 'content-length': '1000000' };
      const sending = request({ port, host: '127.0.0.1', method: 'POST', path: '/api/files?name=a.txt', headers });
      sending.on('error', () => resolve());
      sending.write(Buffer.alloc(200_000, 65));
      const watch = setInterval(() => {
        if (contentsIn(test, 'uploads').length === 0) return;
        clearInterval(watch);
        sending.destroy();
      }, 10);
    });
    await eventually('what was sent is gone', () => contentsIn(test, 'uploads').length === 0);
    expect([...contentsIn(test, 'files'), ...contentsIn(test, 'uploads')]).to.deep.equal([]);
    expect(await test.app.database.reader('files_file').first('id')).to.equal(undefined);
  });

  it('that a killed process was receiving are swept at the next start, and daily, a day after anybody has written to them', async () => {
    const test = await start({ catalog: [shelves] });
    const leave = async (folder: string, name: string, hours: number): Promise<void> => {
      await mkdir(join(test.app.config.dataDir, folder), { recursive: true });
      const path = join(test.app.config.dataDir, folder, name);
      await writeFile(path, 'half of it');
      const at = new Date(test.clock.now().getTime() - hours * 3_600_000);
      await utimes(path, at, at);
    };
    await leave('uploads', 'long-ago', 25);
    await leave('uploads', 'just-now', 1);
    const blob = test.app.newId();
    await leave(join('files', blob.slice(-2)), `${blob}.part`, 25);
    await test.app.start();
    expect(contentsIn(test, 'uploads')).to.deep.equal(['just-now']);
    await test.settle();
    test.clock.advance({ hours: 25 });
    await test.settle();
    await test.settle();
    expect(contentsIn(test, 'uploads')).to.deep.equal([]);
    expect(contentsIn(test, 'files')).to.deep.equal([]);
  });

  it('sent again with the same key are one file', async () => {
    const test = await start({ catalog: [shelves] });
    const browser = await test.signIn(await test.school.person());
    const send = (content: string) =>
      upload(browser, 'a.txt', Buffer.from(content)).set('Idempotency-Key', 'same-key-1');
    const [first, again] = [await send('one').expect(201), await send('one').expect(201)];
    expect(again.body.id).to.equal(first.body.id);
    await send('two').expect(422);
  });

  it('lie in S3 where that is configured', async () => {
    const s3 = await s3Server();
    try {
      const config = {
        s3: { url: `${s3.url}/bucket/tutoria`, region: 'eu-1', accessKeyId: 'key', secretAccessKey: 'secret' },
      };
      const test = await start({ catalog: [shelves], config });
      const browser = await test.signIn(await test.school.person());
      const { body } = await upload(browser, 'a.txt', Buffer.from('kept elsewhere')).expect(201);
      expect([...s3.objects.keys()]).to.have.length(1);
      expect([...s3.objects.keys()][0]).to.match(/^\/bucket\/tutoria\/[0-9a-f-]{36}$/);
      expect((await browser.get(`/api/files/${body.id}`).expect(200)).text).to.equal('kept elsewhere');
      expect(contentsIn(test, 'files')).to.deep.equal([]);
      expect(s3.unsigned()).to.equal(0);
      const [stray, foreign] = [`/bucket/tutoria/${test.app.newId()}`, `/bucket/other/${test.app.newId()}`];
      s3.plant(stray);
      s3.plant(foreign);
      await test.settle();
      test.clock.advance({ hours: 25 });
      await test.settle();
      await test.settle();
      expect([...s3.objects.keys()], 'what a crash left goes too, what others keep there stays').to.deep.equal([
        foreign,
      ]);
      expect(s3.unsigned()).to.equal(0);
    } finally {
      await s3.close();
    }
  });
});
