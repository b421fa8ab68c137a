import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { eachApp } from '../harness/eachApp.ts';

interface BadBody {
  readonly what: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** What signing in answers, and what any other write. */
  readonly status: readonly [number, number];
}

const json = '{"login":"somebody","password":"something"}';
const refused = [400, 400] as const;
const bodies: readonly BadBody[] = [
  { what: 'broken JSON', body: '{"login":', status: refused },
  {
    what: 'a compressed body that is not compressed',
    headers: { 'content-encoding': 'gzip' },
    body: json,
    status: refused,
  },
  { what: 'an unknown compression', headers: { 'content-encoding': 'lzma' }, body: json, status: refused },
  {
    what: 'an unknown character set',
    headers: { 'content-type': 'application/json; charset=x' },
    body: json,
    status: refused,
  },
  { what: 'another type', headers: { 'content-type': 'text/plain' }, body: json, status: [415, 415] },
  { what: 'too much', body: `${' '.repeat(120_000)}${json}`, status: [413, 413] },
  {
    what: 'little that becomes too much',
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(`${' '.repeat(5_000_000)}${json}`),
    status: [413, 413],
  },
  { what: 'a login that cannot become text', body: '{"login":{"toString":1},"password":"x"}', status: refused },
  { what: 'nothing but null', body: 'null', status: refused },
  { what: 'a login with NUL', body: '{"login":"a\\u0000b","password":"x"}', status: refused },
];

eachApp('A body that nobody can read', (start) => {
  it('is refused with a problem, at signing in and elsewhere', async () => {
    const test = await start();
    const admin = await test.signIn(await test.school.staff('admin'));
    for (const { what, headers = {}, body, status } of bodies) {
      const send = (path: string) => admin.post(path).set({ 'content-type': 'application/json', ...headers });
      for (const [i, path] of ['/api/session', '/api/home-schools'].entries()) {
        const request = send(path);
        request.write(body);
        const reply = await request;
        expect([what, path, reply.status]).to.deep.equal([what, path, status[i]]);
        expect(reply.type).to.equal('application/problem+json');
      }
    }
  });

  it('is refused when a text has a character that a database cannot keep', async () => {
    const test = await start();
    const admin = await test.signIn(await test.school.staff('admin'));
    const found = await admin.get('/api/people?q=a%00b').expect(400);
    expect(found.body.issues).to.have.length(1);
    expect(found.body.issues[0]).to.deep.include({ in: 'query', path: ['q'], code: 'nul-character' });
  });

  it('is refused when it names the same child twice', async () => {
    const test = await start();
    const admin = await test.signIn(await test.school.staff('admin'));
    const { id: studentId } = await test.school.student();
    const child = { studentId, relation: 'mother' };
    const person = { givenName: 'Ana', familyName: 'Gil', language: 'es', zone: 'Europe/Madrid' };
    const twice = await admin
      .post('/api/people')
      .send({ ...person, guardianOf: [child, child] })
      .expect(400);
    expect(twice.body.issues[0]).to.deep.include({ in: 'body', path: ['guardianOf'] });
  });

  it('says in words which entry there is not', async () => {
    const test = await start();
    const admin = await test.signIn(await test.school.staff('admin', { language: 'es' }));
    const group = await test.school.group();
    const personIds = [test.app.newId()];
    const reply = await admin.post(`/api/groups/${group.id}/members`).send({ personIds }).expect(422);
    expect(reply.body.issues).to.deep.equal([
      { in: 'body', path: ['personIds'], code: 'unknown', message: 'No existe' },
    ]);
  });
});
