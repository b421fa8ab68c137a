import { expect } from 'chai';
import { eachApp, type TestApp } from '../../../tests/harness/eachApp.ts';
import { accountOf, type TestAgent } from '../../../tests/harness/testAgent.ts';

const session = '/api/session';

const typeOf = (reply: { readonly body: { readonly type?: string } }): string | undefined => reply.body.type;

/** Tries a password that is wrong, so often. */
async function guess(browser: TestAgent, login: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let nth = 0; nth < times; nth++)
    statuses.push((await browser.post(session).send({ login, password: `guess ${nth}` })).status);
  return statuses;
}

const from = ({ visitor }: TestApp, address: string): TestAgent => visitor().set('X-Forwarded-For', address);
const behindProxy = { config: { trustProxy: 1 } };

eachApp('Signing in', (start) => {
  it('gives a fresh session each time, so that a planted cookie is worth nothing', async () => {
    const { app, school, visitor } = await start();
    const account = await accountOf(app, (await school.person()).id);
    const browser = visitor();
    const first = (await browser.post(session).send(account).expect(200)).headers['set-cookie']?.[0];
    const second = (await browser.post(session).send(account).expect(200)).headers['set-cookie']?.[0];
    expect(first).to.match(/^tutoria\.sid=.*HttpOnly; SameSite=Lax/);
    expect(second).to.be.a('string').and.not.equal(first);

    const planted = first?.split(';')[0] ?? '';
    const other = await visitor().get(session).set('Cookie', planted).expect(200);
    expect(other.body.person, 'the session before signing in anew').to.equal(null);
  });

  it('refuses a cookie that an attacker chose', async () => {
    const { app, school, visitor } = await start();
    const account = await accountOf(app, (await school.person()).id);
    const browser = visitor();
    const chosen = 'tutoria.sid=s%3Achosen-by-somebody.bm90IGEgc2lnbmF0dXJl';
    const { headers } = await browser.post(session).set('Cookie', chosen).send(account).expect(200);
    expect(headers['set-cookie']?.[0]).not.to.include('chosen-by-somebody');
    expect((await visitor().get(session).set('Cookie', chosen)).body.person).to.equal(null);
  });

  it('answers a wrong password and an unknown login alike', async () => {
    const { app, school, visitor } = await start();
    const { login } = await accountOf(app, (await school.person()).id);
    const wrong = await visitor().post(session).send({ login, password: 'wrong password' }).expect(401);
    const unknown = await visitor().post(session).send({ login: 'nobody', password: 'wrong password' }).expect(401);
    expect(wrong.body).to.deep.equal(unknown.body);
    expect(wrong.headers['set-cookie']).to.equal(undefined);
  });

  it('takes a login in whatever capitals it is typed', async () => {
    const { app, school, visitor } = await start();
    const { login, password } = await accountOf(app, (await school.person()).id);
    await visitor()
      .post(session)
      .send({ login: ` ${login.toUpperCase()} `, password })
      .expect(200);
  });

  it('ends for a while after ten wrong passwords from one address, and says how long', async () => {
    const test = await start(behindProxy);
    const account = await accountOf(test.app, (await test.school.person()).id);
    const browser = from(test, '192.0.2.1');
    expect(await guess(browser, account.login, 10)).to.deep.equal(Array(10).fill(401));
    const { body } = await browser.post(session).send(account).expect(429);
    expect(body).to.include({ type: '/problems/auth/too-many-attempts', minutes: 15 });
    expect(body.detail).to.include('15 min');

    test.clock.advance({ minutes: 15 });
    await browser.post(session).send(account).expect(200);
  });

  it('counts guesses that are sent all at once', async () => {
    const test = await start(behindProxy);
    const { login } = await accountOf(test.app, (await test.school.person()).id);
    const browser = from(test, '192.0.2.1');
    const tries = Array.from({ length: 40 }, (_, nth) =>
      browser.post(session).send({ login, password: `guess ${nth}` }),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).to.have.length(10);
    expect(statuses.filter((status) => status === 429)).to.have.length(30);
  });

  it('stays open for others behind the same address, and for the account elsewhere', async () => {
    const test = await start(behindProxy);
    const account = await accountOf(test.app, (await test.school.person()).id);
    const neighbour = await accountOf(test.app, (await test.school.person()).id);
    const browser = from(test, '192.0.2.1');
    await guess(browser, account.login, 11);
    await browser.post(session).send(neighbour).expect(200);
    await from(test, '198.51.100.7').post(session).send(account).expect(200);
  });

  it('is closed to guesses from many addresses, but not where the owner was before', async () => {
    const test = await start({ config: { trustProxy: 1, signIn: { ...limits, failures: 3 } } });
    const account = await accountOf(test.app, (await test.school.person()).id);
    await from(test, '198.51.100.7').post(session).send(account).expect(200);
    for (let nth = 1; nth <= 10; nth++) await guess(from(test, `192.0.2.${nth}`), account.login, 3);

    expect(await guess(from(test, '192.0.2.99'), account.login, 1)).to.deep.equal([429]);
    await from(test, '198.51.100.7').post(session).send(account).expect(200);
  });

  it('is closed to an address that tries one login after another, but not to whoever is known there', async () => {
    const test = await start({ config: { trustProxy: 1, signIn: { ...limits, failuresPerAddress: 20 } } });
    const [regular, newcomer] = [
      await accountOf(test.app, (await test.school.person()).id),
      await accountOf(test.app, (await test.school.person()).id),
    ];
    const browser = from(test, '192.0.2.1');
    await browser.post(session).send(regular).expect(200);
    for (let nth = 0; nth < 20; nth++) await guess(browser, `somebody${nth}`, 1);

    await browser.post(session).send(newcomer).expect(429);
    await browser.post(session).send(regular).expect(200);
  });

  it('is refused from another site, with a body that grants more, and with a poisoned body', async () => {
    const { app, school, visitor } = await start();
    const account = await accountOf(app, (await school.person()).id);
    const foreign = await visitor().post(session).set('Origin', 'https://evil.example').send(account).expect(403);
    expect(typeOf(foreign)).to.equal('/problems/http/foreign-origin');
    await visitor().post(session).unset('Origin').send(account).expect(403);
    await visitor().post(session).type('form').send(account).expect(415);
    await visitor()
      .post(session)
      .send({ ...account, roles: ['admin'], isDisabled: false })
      .expect(400);
    for (const key of ['__proto__', 'constructor'])
      await visitor()
        .post(session)
        .type('application/json')
        .send(`{"login":"${account.login}","password":"${account.password}","${key}":{"isAdmin":true}}`)
        .expect((reply) => expect(reply.status).to.be.oneOf([200, 400]));
    expect(Reflect.get({}, 'isAdmin')).to.equal(undefined);
  });

  it('keeps neither login nor address of those who failed', async () => {
    const test = await start(behindProxy);
    await guess(from(test, '192.0.2.1'), 'somebody@tests.example', 1);
    const rows = await test.app.database.reader('auth_attempt').select('*');
    expect(rows).to.have.length(3);
    expect(JSON.stringify(rows)).not.to.match(/somebody|192\.0/);
  });
});

const limits = { secondFactorRoles: [], stepUpMinutes: 15, failures: 10, failuresPerAddress: 200, lockMinutes: 15 };
