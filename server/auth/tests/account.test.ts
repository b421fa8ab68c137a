import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { accountOf } from '../../../tests/harness/testAgent.ts';
import { appCode } from './totp.ts';

const firefox = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';

eachApp('The own account', (start) => {
  it('lists where it is signed in, in words without address, and ends one of them', async () => {
    const { app, school, visitor, signIn, clock } = await start();
    const person = await school.person();
    const desk = await signIn(person);
    const phone = visitor().set('User-Agent', firefox);
    clock.advance({ minutes: 5 });
    await phone
      .post('/api/session')
      .send(await accountOf(app, person.id))
      .expect(200);

    const { items } = (await desk.get('/api/me/sessions').expect(200)).body;
    expect(items).to.have.length(2);
    expect(items[0]).to.deep.include({ device: { browser: 'firefox', system: 'android' }, isThis: false });
    expect(items[1]).to.include({ isThis: true });
    expect(Object.keys(items[0])).to.have.members(['id', 'device', 'signedInAt', 'lastSeenAt', 'isThis']);

    await desk.delete(`/api/me/sessions/${items[0].id}`).expect(200);
    await phone.get('/api/me/sessions').expect(401);
    await desk.delete(`/api/me/sessions/${items[0].id}`).expect(404);
  });

  it('does not end the session of somebody else', async () => {
    const { school, signIn } = await start();
    const [one, other] = [await signIn(await school.person()), await signIn(await school.person())];
    const { items } = (await other.get('/api/me/sessions')).body;
    await one.delete(`/api/me/sessions/${items[0].id}`).expect(404);
    await other.get('/api/me/sessions').expect(200);
  });

  it('notes at most every ten minutes when it was seen', async () => {
    const { school, signIn, clock } = await start();
    const browser = await signIn(await school.person());
    const seen = async () => (await browser.get('/api/me/sessions').expect(200)).body.items[0].lastSeenAt;
    const begun = await seen();
    clock.advance({ minutes: 9 });
    await seen();
    expect(await seen()).to.equal(begun);
    clock.advance({ minutes: 1 });
    await seen();
    expect(await seen()).to.equal(clock.now().toISOString());
  });

  it('does not come back to life by a request that was under way when it was ended', async () => {
    const { app, school, signIn, clock } = await start();
    const browser = await signIn(await school.person());
    clock.advance({ hours: 1 });
    const [row]: { id: string }[] = await app.database.reader('auth_session').select('id');
    const slow = browser.get('/api/me/sessions');
    await Promise.all([slow, app.database.write((trx) => trx('auth_session').where({ id: row?.id }).delete())]);
    expect(await app.database.reader('auth_session').select('id')).to.deep.equal([]);
  });

  it('ends every other session when the password changes, and gives this one a new id', async () => {
    const { app, school, signIn } = await start();
    const person = await school.person();
    const [here, there] = [await signIn(person), await signIn(person)];
    const { password } = await accountOf(app, person.id);
    const next = 'a quite different one';
    await here.post('/api/me/password').send({ current: 'not the one', next }).expect(422);
    await here.post('/api/me/password').send({ current: password, next: 'qwertyuiop123' }).expect(422);
    const { headers } = await here.post('/api/me/password').send({ current: password, next }).expect(200);
    expect(headers['set-cookie']?.[0]).to.match(/^tutoria\.sid=/);
    await here.get('/api/me/account').expect(200);
    await there.get('/api/me/account').expect(401);
  });

  it('asks for the password again before a new login, when the last time was long ago', async () => {
    const { app, school, visitor, signIn, clock } = await start();
    const person = await school.person();
    const browser = await signIn(person);
    const { password } = await accountOf(app, person.id);
    clock.advance({ minutes: 15 });
    const change = () => browser.put('/api/me/login').send({ login: 'Петя.Иванов' });
    expect((await change().expect(403)).body.type).to.equal('/problems/http/step-up-needed');
    await browser.post('/api/session/verification').send({ password: 'not the one' }).expect(422);
    await change().expect(403);
    await browser.post('/api/session/verification').send({ password }).expect(200);
    expect((await change().expect(200)).body.login).to.equal('петя.иванов');
    await visitor().post('/api/session').send({ login: 'ПЕТЯ.ИВАНОВ', password }).expect(200);
  });

  it('refuses a login that somebody has, and one that nobody could type', async () => {
    const { app, school, signIn } = await start();
    const taken = await accountOf(app, (await school.person()).id);
    const browser = await signIn(await school.person());
    const { body } = await browser.put('/api/me/login').send({ login: taken.login.toUpperCase() }).expect(409);
    expect(body.type).to.equal('/problems/auth/login-taken');
    for (const login of ['ab', 'two words', '<b>', 'x\u0000y'])
      await browser.put('/api/me/login').send({ login }).expect(400);
  });

  it('is not changed further than a request may: who it is of, and whether it is locked', async () => {
    const { school, signIn } = await start();
    const browser = await signIn(await school.person());
    const more = { personId: '01900000-0000-7000-8000-000000000000', isDisabled: true, roles: ['admin'] };
    await browser
      .put('/api/me/login')
      .send({ login: 'somebody', ...more })
      .expect(400);
    await browser
      .post('/api/me/password')
      .send({ current: 'a', next: 'b'.repeat(12), ...more })
      .expect(400);
    await browser
      .post('/api/session/verification')
      .send({ password: 'a', ...more })
      .expect(400);
  });
});

eachApp('A second factor', (start) => {
  async function setUp() {
    const test = await start();
    const person = await test.school.person();
    const browser = await test.signIn(person);
    const offered = (await browser.post('/api/me/second-factor').expect(200)).body;
    const code = await appCode(offered.secret, test.clock.now());
    const account = await accountOf(test.app, person.id);
    return { ...test, person, browser, account, secret: offered.secret, offered, code };
  }

  async function setUpAndOn() {
    const test = await setUp();
    const { codes } = (
      await test.browser.post('/api/me/second-factor/confirmation').send({ code: test.code }).expect(200)
    ).body;
    test.clock.advance({ minutes: 1 });
    return { ...test, codes };
  }

  it('counts only when the app has shown its first code', async () => {
    const { browser, visitor, account, offered, code } = await setUp();
    expect(offered.address).to.match(/^otpauth:\/\/totp\/Tutoria/);
    expect(offered.qr).to.have.length(offered.qr[0].length);
    const direct = await visitor().post('/api/session').send(account).expect(200);
    expect(direct.body.awaits).to.equal(null);

    const wrong = code === '000000' ? '000001' : '000000';
    await browser.post('/api/me/second-factor/confirmation').send({ code: wrong }).expect(422);
    const { body } = await browser.post('/api/me/second-factor/confirmation').send({ code }).expect(200);
    expect(new Set(body.codes)).to.have.property('size', 8);
    await browser.post('/api/me/second-factor').expect(409);
    const own = (await browser.get('/api/me/account').expect(200)).body;
    expect(own.secondFactor).to.deep.equal({ isOn: true, isRequired: false, recoveryCodesLeft: 8 });
  });

  it('is asked for after the password; nothing is open in between', async () => {
    const { visitor, account, secret, clock, person } = await setUpAndOn();
    const browser = visitor();
    const half = (await browser.post('/api/session').send(account).expect(200)).body;
    expect(half).to.deep.include({ person: null, awaits: 'code', permissions: [] });
    await browser.get('/api/me/account').expect(401);
    await browser.post('/api/session/code').send({ code: '000 000' }).expect(422);
    await browser.get('/api/me/account').expect(401);
    const { body } = await browser
      .post('/api/session/code')
      .send({ code: await appCode(secret, clock.now()) })
      .expect(200);
    expect(body.person.id).to.equal(person.id);
    await browser.get('/api/me/account').expect(200);
  });

  it('takes no code twice, and no code in a browser that gave no password', async () => {
    const { visitor, account, secret, clock } = await setUpAndOn();
    const code = await appCode(secret, clock.now());
    const [one, other, third] = [visitor(), visitor(), visitor()];
    for (const browser of [one, other]) await browser.post('/api/session').send(account).expect(200);
    await one.post('/api/session/code').send({ code }).expect(200);
    await other.post('/api/session/code').send({ code }).expect(422);
    await third.post('/api/session/code').send({ code }).expect(409);
  });

  it('lets a sign-in that was begun end after ten minutes', async () => {
    const { visitor, account, secret, clock } = await setUpAndOn();
    const browser = visitor();
    await browser.post('/api/session').send(account).expect(200);
    clock.advance({ minutes: 10 });
    await browser
      .post('/api/session/code')
      .send({ code: await appCode(secret, clock.now()) })
      .expect(409);
  });

  it('is not found by trying codes, even by somebody who has the password and gives it again and again', async () => {
    const { visitor, account } = await setUpAndOn();
    const browser = visitor();
    const statuses: number[] = [];
    for (let nth = 0; nth < 6; nth++) {
      statuses.push((await browser.post('/api/session').send(account)).status);
      statuses.push((await browser.post('/api/session/code').send({ code: `00000${nth}` })).status);
    }
    expect(statuses.slice(-2)).to.deep.equal([429, 429]);
  });

  it('takes each recovery code once, and none of the old ones after new were made', async () => {
    const { visitor, account, codes } = await setUpAndOn();
    const enter = async (code: string) => {
      const browser = visitor();
      await browser.post('/api/session').send(account).expect(200);
      return { browser, status: (await browser.post('/api/session/code').send({ code })).status };
    };
    const { browser, status } = await enter(codes[0].toLowerCase());
    expect(status).to.equal(200);
    expect((await enter(codes[0])).status).to.equal(422);
    expect((await browser.get('/api/me/account')).body.secondFactor.recoveryCodesLeft).to.equal(7);
    await browser.post('/api/me/recovery-codes').expect(200);
    expect((await enter(codes[1])).status).to.equal(422);
  });

  it('ends the other sessions when it is turned on, and is kept sealed', async () => {
    const { app, school, signIn, clock } = await start();
    const person = await school.person();
    const [browser, old] = [await signIn(person), await signIn(person)];
    const { secret } = (await browser.post('/api/me/second-factor').expect(200)).body;
    const code = await appCode(secret, clock.now());
    await browser
      .post('/api/me/second-factor/confirmation')
      .set('Idempotency-Key', 'a-key-of-mine')
      .send({ code })
      .expect(200);
    await old.get('/api/me/account').expect(401);
    const stored = JSON.stringify([
      await app.database.reader('auth_second_factor').select('*'),
      await app.database.reader('http_idempotency').select('*'),
    ]);
    expect(stored).not.to.include(secret.replaceAll(' ', ''));
  });
});

eachApp('A role that needs a second factor', (start) => {
  const limits = {
    secondFactorRoles: ['admin' as const],
    stepUpMinutes: 15,
    failures: 10,
    failuresPerAddress: 200,
    lockMinutes: 15,
  };

  it('is worth nothing before it is set up, and everything after', async () => {
    const { school, signIn, clock } = await start({ config: { signIn: limits } });
    const browser = await signIn(await school.staff('admin'));
    const view = (await browser.get('/api/session').expect(200)).body;
    expect(view).to.deep.include({ heldBack: 'second-factor', roles: [], permissions: [] });
    for (const path of ['/people', '/me/sessions', '/notices', '/groups']) {
      const { body } = await browser.get(`/api${path}`).expect(403);
      expect(body.type).to.equal('/problems/http/second-factor-needed');
    }
    const { secret } = (await browser.post('/api/me/second-factor').expect(200)).body;
    const code = await appCode(secret, clock.now());
    await browser.post('/api/me/second-factor/confirmation').send({ code }).expect(200);
    await browser.get('/api/people').expect(200);
    expect((await browser.get('/api/session')).body).to.include({ heldBack: null });
    const { body } = await browser.delete('/api/me/second-factor').expect(409);
    expect(body.type).to.equal('/problems/auth/second-factor-stays');
  });

  it('leaves people of other roles alone', async () => {
    const { school, signIn } = await start({ config: { signIn: limits } });
    await (await signIn(await school.student())).get('/api/notices').expect(200);
  });
});

eachApp('What is taken from a person', (start) => {
  it('ends their sessions: a role that was revoked, and leaving', async () => {
    const { app, school, signIn, settle } = await start();
    const admin = await signIn(await school.staff('admin'));
    const coordinator = await school.staff('coordinator');
    const browser = await signIn(coordinator);
    const [role]: { id: string }[] = await app.database.reader('people_role').where({ personId: coordinator.id });
    await admin.delete(`/api/people/${coordinator.id}/roles/${role?.id}`).expect(200);
    await browser.get('/api/import/templates').expect((reply) => expect(reply.status).to.be.oneOf([401, 403, 404]));
    await settle();
    await browser.get('/api/me/sessions').expect(401);

    const again = await signIn(coordinator);
    await admin.patch(`/api/people/${coordinator.id}`).set('If-Match', '"1"').send({ isActive: false }).expect(200);
    await again.get('/api/me/sessions').expect(401);
    await settle();
    await admin.patch(`/api/people/${coordinator.id}`).set('If-Match', '"2"').send({ isActive: true }).expect(200);
    await again.get('/api/me/sessions').expect(401);
  });

  it('needs the password of whoever takes it, when that was given long ago', async () => {
    const { school, signIn, clock } = await start();
    const admin = await signIn(await school.staff('admin'));
    const person = await school.person();
    clock.advance({ hours: 1 });
    const grant = { role: 'head', scopeKind: 'everything', homeSchoolId: null };
    const { body } = await admin.post(`/api/people/${person.id}/roles`).send(grant).expect(403);
    expect(body.type).to.equal('/problems/http/step-up-needed');
  });
});
