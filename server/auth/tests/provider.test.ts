import { expect } from 'chai';
import { eachApp } from '../../../tests/harness/eachApp.ts';
import { openProvider } from '../../../tests/harness/oidcProvider.ts';
import { accountOf, type TestAgent } from '../../../tests/harness/testAgent.ts';

/** What somebody's browser does there: follows every redirect, names itself, agrees. Returns the query brought back. */
async function visit(start: string, as: string, redirect: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let body: string | undefined;
  for (let step = 0; step < 20; step++) {
    if (url.startsWith(redirect)) return new URL(url).search;
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(body ? { method: 'POST', body } : {}),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const to = reply.headers.get('location');
    body = undefined;
    if (to) {
      url = new URL(to, url).href;
      continue;
    }
    const page = await reply.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    if (!action) throw new Error(`The provider answered ${reply.status}: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    body = page.includes('name="login"')
      ? `prompt=login&login=${encodeURIComponent(as)}&password=any`
      : 'prompt=consent';
  }
  throw new Error('The provider sends the browser around in circles');
}

eachApp('Signing in with the school’s own accounts', (start) => {
  const redirect = 'http://127.0.0.1:3000/sign-in/provider';

  async function setUp(over: { link?: 'by-hand' | 'verified-email'; secondFactor?: 'ask' | 'trusted' } = {}) {
    const provider = await openProvider();
    after(provider.close);
    provider.serve(redirect);
    const oidc = { ...provider.oidc, ...over };
    return start({ config: { oidc } });
  }

  const depart = async (browser: TestAgent, purpose = 'sign-in'): Promise<string> =>
    (await browser.post('/api/session/provider').send({ purpose }).expect(200)).body.url;
  const arrive = (browser: TestAgent, query: string) => browser.post('/api/session/provider/return').send({ query });

  it('works once the account is linked, from the page of the own account', async () => {
    const { school, signIn, visitor } = await setUp();
    const person = await school.person();
    expect((await visitor().get('/api/session')).body.provider).to.deep.equal({ label: 'School ID' });

    const stranger = visitor();
    const early = await arrive(stranger, await visit(await depart(stranger), 'ana', redirect)).expect(422);
    expect(early.body.type).to.equal('/problems/auth/provider-unknown');

    const own = await signIn(person);
    const linked = await arrive(own, await visit(await depart(own, 'link'), 'ana', redirect)).expect(200);
    expect(linked.body.linked).to.equal(true);
    expect((await own.get('/api/me/account')).body.provider).to.deep.equal({ label: 'School ID', isLinked: true });

    const browser = visitor();
    const { body } = await arrive(browser, await visit(await depart(browser), 'ana', redirect)).expect(200);
    expect(body.session.person.id).to.equal(person.id);

    const other = await signIn(await school.person());
    const taken = await arrive(other, await visit(await depart(other, 'link'), 'ana', redirect)).expect(409);
    expect(taken.body.type).to.equal('/problems/auth/provider-account-taken');
  });

  it('takes what came back only in the browser that went, only once, and only as it was sent', async () => {
    const { visitor, school, signIn } = await setUp({ link: 'verified-email' });
    await signIn(await school.person());
    const [victim, attacker] = [visitor(), visitor()];
    const query = await visit(await depart(attacker), 'attacker', redirect);
    await arrive(victim, query).expect(422);
    await depart(victim);
    const swapped = await arrive(victim, query).expect(422);
    expect(swapped.body.type).to.equal('/problems/auth/provider-refused');
    await arrive(attacker, query.replace(/code=[^&]+/, 'code=forged')).expect(422);
    await arrive(attacker, query).expect(422);
  });

  it('finds the account by the e-mail that the provider has verified, where that is configured', async () => {
    const { app, school, visitor } = await setUp({ link: 'verified-email' });
    const person = await school.person();
    const { login } = await accountOf(app, person.id);
    const browser = visitor();
    const { body } = await arrive(browser, await visit(await depart(browser), login, redirect)).expect(200);
    expect(body.session.person.id).to.equal(person.id);

    const unproven = `unproven-${login}`;
    await app.database.write((trx) => trx('auth_account').where({ login }).update({ login: unproven }));
    const other = visitor();
    await arrive(other, await visit(await depart(other), unproven, redirect)).expect(422);
  });

  it('still asks for the second factor, unless the provider is trusted with it', async () => {
    for (const [secondFactor, awaits] of [
      ['ask', 'code'],
      ['trusted', null],
    ] as const) {
      const { app, school, visitor } = await setUp({ link: 'verified-email', secondFactor });
      const { login } = await accountOf(app, (await school.person()).id);
      const account = await app.database.reader('auth_account').where({ login }).first('id');
      const factor = { accountId: account.id, secretSealed: 'x', madeAt: app.clock(), confirmedAt: app.clock() };
      await app.database.write((trx) => trx('auth_second_factor').insert(factor));
      const browser = visitor();
      const { body } = await arrive(browser, await visit(await depart(browser), login, redirect)).expect(200);
      expect(body.session.awaits).to.equal(awaits);
    }
  });

  it('says so when the provider cannot be reached', async () => {
    const oidc = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'x',
      clientSecret: 'y',
      label: 'School ID',
      link: 'by-hand',
      secondFactor: 'ask',
    } as const;
    const { visitor } = await start({ config: { oidc } });
    const { body } = await visitor().post('/api/session/provider').send({ purpose: 'sign-in' }).expect(503);
    expect(body).to.include({ type: '/problems/auth/provider-unavailable', title: 'School ID cannot be reached' });
  });
});
