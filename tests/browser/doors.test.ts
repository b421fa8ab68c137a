import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { keysOf } from '../../server/auth/keys.ts';
import { accountOf } from '../harness/testAgent.ts';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser, type World } from './inBrowser.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

const password = 'three words together';

/** A code as a card has it. */
async function codeFor({ app }: World, personId: string, purpose: 'family' | 'reset'): Promise<string> {
  const [id, keys] = [app.newId(), keysOf(app.config.sessionSecret)];
  const code = keys.codeOf(id);
  const times = { madeAt: app.clock(), expiresAt: new Date('2030-01-01T00:00:00Z') };
  await app.database.write((trx) =>
    trx('auth_code').insert({ id, purpose, personId, codeHash: keys.hashOfCode(code), ...times }),
  );
  return code;
}

const isIn = (page: Page) => page.getByRole('heading', { name: words('client:nav.today') }).waitFor();

/** A weak line: whoever has pressed a button must not go on typing into the form that is about to go. */
const bringSlowly = (page: Page, part: string) =>
  page.route(`**/assets/${part}-*.js`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await route.continue();
  });

async function typePassword(page: Page, login: string, secret: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[type="password"]').fill(secret);
  await page.keyboard.press('Enter');
}

inBrowser('The doors of the house', (open) => {
  let world: World;
  before(async () => {
    world = await open();
  });

  it('let a parent with an account scan the card of a second child, sign in, and find both', async () => {
    const { school, page, app } = world;
    const [first, second] = [
      await school.student({ givenName: 'Ana', familyName: 'Ruiz' }),
      await school.student({ givenName: 'Leo', familyName: 'Ruiz' }),
    ];
    const parent = await school.guardian(first);
    const account = await accountOf(app, parent.id);
    const phone = await page({ size: 'phone' });
    await bringSlowly(phone, 'SignInPage');
    await phone.goto(`/welcome#${await codeFor(world, second.id, 'family')}`);
    await phone.getByRole('button', { name: 'Sign in and add this child' }).click();
    await typePassword(phone, account.login, account.password);
    await phone.getByRole('button', { name: 'Add to my account' }).click();
    await phone.getByText('Leo Ruiz is now in your account.').waitFor();
    expect(await accessibilityFaults(phone)).to.deep.equal([]);
    const children: { studentId: string }[] = await app.database
      .reader('people_guardianship')
      .where({ guardianId: parent.id })
      .select('studentId');
    expect(children.map(({ studentId }) => studentId)).to.have.members([first.id, second.id]);
  });

  it('take another card that is opened while the page of the first is still there', async () => {
    const { school, page } = world;
    const [one, other] = [
      await school.student({ givenName: 'Eva', familyName: 'Soto' }),
      await school.student({ givenName: 'Ian', familyName: 'Soto' }),
    ];
    const phone = await page({ size: 'phone' });
    await phone.goto(`/welcome#${await codeFor(world, one.id, 'family')}`);
    await phone.getByRole('heading', { name: /Eva Soto/ }).waitFor();
    await phone.goto(`/welcome#${await codeFor(world, other.id, 'family')}`);
    await phone.getByRole('heading', { name: /Ian Soto/ }).waitFor();
    expect(new URL(phone.url()).hash).to.equal('');
  });

  it('give a new password for a tutor’s code, and end what was open with the old one', async () => {
    const { school, page, signIn } = world;
    const student = await school.student();
    await signIn(student);
    const old = await page({ size: 'phone', as: student });
    await old.goto('/');
    await isIn(old);
    const phone = await page({ size: 'phone' });
    await phone.goto(`/welcome#${await codeFor(world, student.id, 'reset')}`);
    await phone.locator('input[type="password"]').fill(password);
    await phone.keyboard.press('Enter');
    await isIn(phone);
    await old.getByRole('heading', { name: words('client:signIn.title') }).waitFor();
  });

  it('close on an open page as soon as its session is ended elsewhere', async () => {
    const { school, page } = world;
    const student = await school.student();
    const [phone, library] = [await page({ size: 'phone', as: student }), await page({ size: 'desktop', as: student })];
    await library.goto('/');
    await isIn(library);
    await phone.goto('/account');
    await phone.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await library.getByRole('heading', { name: words('client:signIn.title') }).waitFor();
  });

  it('say after too many failures how long to wait', async () => {
    const { page } = world;
    const phone = await page({ size: 'phone' });
    await phone.goto('/');
    for (let failures = 0; failures < 10; failures++)
      await phone.request.post('/api/session', {
        data: { login: 'somebody', password: `wrong ${failures}` },
        headers: { origin: world.origin },
      });
    await typePassword(phone, 'somebody', 'wrong again');
    await phone.getByRole('alert').getByText('15 min').waitFor();
    expect(await accessibilityFaults(phone)).to.deep.equal([]);
  });

  it('show an administrator the pages of a role with nobody in them, and lead back', async () => {
    const { school, page } = world;
    await school.student({ givenName: 'Secret', familyName: 'Child' });
    const desk = await page({ size: 'phone', as: await school.staff('admin') });
    await desk.goto('/settings');
    await desk.getByLabel('Role', { exact: true }).selectOption('tutor');
    await desk.getByRole('button', { name: 'Show', exact: true }).click();
    await desk.getByText('You see the pages of this role').waitFor();
    await desk.goto('/people');
    await desk.getByRole('heading', { level: 1 }).waitFor();
    await settled(desk);
    expect(await desk.getByText('Secret').count()).to.equal(0);
    await desk.getByRole('button', { name: 'Back to my own pages' }).click();
    await desk.waitForURL(/\/settings/);
    await desk.goto('/people');
    await desk.getByText('Secret').first().waitFor();
  });
});
