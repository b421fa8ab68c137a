import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { appCode } from '../../server/auth/tests/totp.ts';
import { openProvider } from '../harness/oidcProvider.ts';
import { testConfig } from '../harness/product.ts';
import { accountOf } from '../harness/testAgent.ts';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser, type World } from './inBrowser.ts';
import { setClock } from './setClock.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

const button = (page: Page, key: string, params?: object) =>
  page.getByRole('button', { name: words(`auth:${key}`, { ...params }), exact: true });
const isIn = (page: Page) => page.getByRole('heading', { name: words('client:nav.today') }).waitFor();

async function typePassword(page: Page, { login, password }: Awaited<ReturnType<typeof accountOf>>): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[type="password"]').fill(password);
  await page.keyboard.press('Enter');
}

async function typeCode(page: Page, code: string): Promise<void> {
  await page.locator('input[autocomplete="one-time-code"]').fill(code);
  await page.keyboard.press('Enter');
}

/** Leaves the page for minutes, for the app with the codes, and comes back to it: what is old by then is read anew. */
async function awayAndBack(page: Page, reread: '/api/session' | '/api/me/account'): Promise<void> {
  const again = page.waitForResponse((reply) => reply.url().endsWith(reread));
  await page.evaluate(setClock(600_000));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })));
  await again;
  await settled(page);
}

/** At the provider, whose pages want a font from far away. */
async function nameOneself(page: Page, login: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

inBrowser('Signing in', (open) => {
  let world: World;
  before(async () => {
    const provider = await openProvider();
    after(provider.close);
    const { signIn } = testConfig({ dialect: 'sqlite', file: '' });
    world = await open({ config: { signIn: { ...signIn, secondFactorRoles: ['coordinator'] }, oidc: provider.oidc } });
    provider.serve(`${world.origin}/sign-in/provider`);
  });

  async function visitor(): Promise<Page> {
    const phone = await world.page({ size: 'phone' });
    await phone.route('https://fonts.googleapis.com/**', (route) =>
      route.fulfill({ contentType: 'text/css', body: '' }),
    );
    await phone.goto('/');
    return phone;
  }

  it('takes the login that somebody has chosen instead of the old one', async () => {
    const { school, page, app } = world;
    const student = await school.student();
    const old = await accountOf(app, student.id);
    const phone = await page({ size: 'phone', as: student });
    await phone.goto('/account');
    await phone.getByRole('textbox', { name: words('auth:ui.account.login') }).fill('ana.the.second');
    await button(phone, 'ui.account.changeLogin').click();
    await phone.getByText(words('auth:ui.account.loginChanged')).waitFor();

    const next = await visitor();
    await typePassword(next, old);
    await next.getByText(words('auth:problems.sign-in-failed.title')).waitFor();
    await typePassword(next, { ...old, login: 'ana.the.second' });
    await isIn(next);
  });

  it('lets those of whom a second factor is required no further until they have set it up and kept its codes', async () => {
    const { school, app } = world;
    const account = await accountOf(app, (await school.staff('coordinator')).id);
    const phone = await visitor();
    await typePassword(phone, account);
    await phone.getByRole('heading', { name: words('auth:ui.heldBack.title') }).waitFor();
    await phone.goto('/people');
    await button(phone, 'ui.factor.begin').click();
    const secret = (await phone.locator('.code').textContent()) ?? '';
    await typeCode(phone, await appCode(secret, app.clock()));
    const codes = phone.locator('.codes .code');
    await codes.first().waitFor();
    expect(await accessibilityFaults(phone)).to.deep.equal([]);
    const shown = await codes.allTextContents();
    // They are not shown again, so that nothing may take them away before they are kept.
    await awayAndBack(phone, '/api/session');
    expect(await codes.allTextContents()).to.deep.equal(shown);
    await button(phone, 'ui.recovery.kept').click();
    await phone.getByRole('heading', { name: words('client:nav.people'), level: 1 }).waitFor();

    await phone.goto('/account');
    await phone.getByText(words('auth:ui.factor.isOn', { count: shown.length })).waitFor();
    await phone.getByText(words('auth:ui.factor.stays')).waitFor();
    expect(await codes.count()).to.equal(0);

    // The phone is lost: a recovery code lets in, once.
    for (const wayIn of ['open', 'shut']) {
      const other = await visitor();
      await typePassword(other, account);
      await typeCode(other, shown[0] ?? '');
      if (wayIn === 'open') await isIn(other);
      else await other.getByText(words('auth:problems.wrong-code.title')).waitFor();
    }
  });

  it('keeps the codes of whoever sets a second step up by choice on the page until they say that they have them', async () => {
    const { school, page, app } = world;
    const phone = await page({ size: 'phone', as: await school.student() });
    await phone.goto('/account');
    await button(phone, 'ui.factor.begin').click();
    await typeCode(phone, await appCode((await phone.locator('.code').textContent()) ?? '', app.clock()));
    const codes = phone.locator('.codes .code');
    await codes.first().waitFor();
    await awayAndBack(phone, '/api/me/account');
    expect(await codes.count()).to.be.above(0);
    await button(phone, 'ui.recovery.kept').click();
    await button(phone, 'ui.factor.turnOff').waitFor();
  });

  it('leads from the end of a mail to what its reader wants to hear of, further down the page', async () => {
    const { school, app } = world;
    const account = await accountOf(app, (await school.student()).id);
    const phone = await visitor();
    await phone.goto('/settings#notices');
    await typePassword(phone, account);
    const heading = phone.getByRole('heading', { name: words('notify:settings.title') });
    await heading.waitFor();
    await settled(phone);
    const top = await heading.evaluate((shown) => shown.getBoundingClientRect().top);
    expect(top).to.be.within(-8, 200);
  });

  it('with the school’s own accounts says to whom nobody knows what to do, and works once the account is linked', async () => {
    const { school, app } = world;
    const label = 'School ID';
    const account = await accountOf(app, (await school.student()).id);
    const phone = await visitor();
    await button(phone, 'ui.provider.enter', { label }).click();
    await nameOneself(phone, 'ana');
    await phone.getByRole('heading', { name: words('auth:ui.provider.didNot') }).waitFor();
    await phone.getByText(words('auth:problems.provider-unknown.title', { label })).waitFor();
    expect(await accessibilityFaults(phone)).to.deep.equal([]);
    expect(new URL(phone.url()).search, 'the code leaves the address').to.equal('');
    await phone.getByRole('link', { name: words('auth:ui.provider.failed') }).click();

    await typePassword(phone, account);
    await isIn(phone);
    await phone.goto('/account');
    await button(phone, 'ui.provider.link').click();
    // The provider knows this browser by now.
    await phone.getByText(words('auth:ui.provider.isLinked', { label })).waitFor();

    const other = await visitor();
    await button(other, 'ui.provider.enter', { label }).click();
    await nameOneself(other, 'ana');
    await isIn(other);
  });
});
