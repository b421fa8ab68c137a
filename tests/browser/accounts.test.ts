import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { appCode } from '../../server/auth/tests/totp.ts';
import { languages } from '../../server/host/language.ts';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser } from './inBrowser.ts';
import { settled } from './settled.ts';

const password = 'three words together';

/** What somebody would say of a page: nothing wrong for axe, nothing to scroll sideways. */
async function looksRight(page: Page, name: string): Promise<void> {
  const folder = process.env.ACCOUNT_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  expect(await accessibilityFaults(page), name).to.deep.equal([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), name).to.be.at.most(0);
}

inBrowser('A way in', (open) => {
  for (const language of languages)
    it(`leads from the tutor’s sheet to the student’s own account, by keyboard, in ${language}`, async () => {
      const { page, school, app } = await open();
      const group = await school.group({ name: '7A' });
      const student = await school.student({ givenName: 'Пётр', familyName: 'Иванов', language });
      await school.guardian(student, { givenName: 'Ольга', familyName: 'Иванова', language });
      await school.member(group, student);
      const tutor = await school.staff('tutor', { language });
      await school.tutor(group, tutor);

      const desk = await page({ size: 'desktop', as: tutor });
      await desk.goto(`/groups/${group.id}/accounts`);
      await desk.locator('.row').first().waitFor();
      await looksRight(desk, `accounts-${language}`);
      await desk.locator('input[type="checkbox"]').first().focus();
      await desk.keyboard.press('Space');
      await desk.keyboard.press('Tab');
      await desk.keyboard.press('Enter');
      await desk.locator('.card').nth(1).waitFor();
      await looksRight(desk, `cards-${language}`);
      const code = (await desk.locator('.card .code').first().textContent()) ?? '';

      const phone = await page({ size: 'phone', language });
      await phone.goto(`/welcome#${code}`);
      await phone.locator('input[autocomplete="username"]').waitFor();
      expect(phone.url(), 'the code leaves the address').not.to.include(code);
      expect(await phone.locator('input[autocomplete="username"]').inputValue()).to.equal('petr.ivanov');
      await looksRight(phone, `accept-${language}`);
      await phone.locator('input[type="password"]').fill(password);
      await phone.keyboard.press('Enter');
      await phone.locator('nav:visible').first().waitFor();

      await phone.goto('/account');
      await phone.locator('.section').nth(3).waitFor();
      await settled(phone);
      await looksRight(phone, `account-${language}`);
      const secondStep = phone.locator('.section').nth(2);
      await secondStep.locator('button').first().click();
      const secret = (await secondStep.locator('.code').textContent()) ?? '';
      await looksRight(phone, `second-factor-${language}`);
      await secondStep.locator('input').fill(await appCode(secret, app.clock()));
      await phone.keyboard.press('Enter');
      await secondStep.locator('.codes .code').first().waitFor();
      await looksRight(phone, `recovery-${language}`);
      const recovery = (await secondStep.locator('.codes .code').first().textContent()) ?? '';

      const again = await page({ size: 'phone', language });
      await again.goto('/');
      await again.locator('input[autocomplete="username"]').fill('petr.ivanov');
      await again.locator('input[type="password"]').fill(password);
      await again.keyboard.press('Enter');
      await again.locator('input[autocomplete="one-time-code"]').waitFor();
      await looksRight(again, `code-step-${language}`);
      await again.keyboard.type(recovery);
      await again.keyboard.press('Enter');
      await again.locator('nav:visible').first().waitFor();
    });

  it('asks for the password before something grave, and then does it', async () => {
    const { page, school, signIn, app } = await open();
    const student = await school.student();
    await signIn(student);
    const admin = await school.staff('admin');
    const desk = await page({ size: 'desktop', as: admin });
    const old = new Date(app.clock().getTime() - 3_600_000).toISOString();
    const [row]: { id: string; dataJson: object }[] = await app.database
      .reader('auth_session')
      .whereIn('accountId', app.database.reader('auth_account').where({ personId: admin.id }).select('id'))
      .select('id', 'dataJson');
    const dataJson = JSON.stringify({ ...row?.dataJson, verifiedAt: old });
    await app.database.write((trx) => trx('auth_session').where({ id: row?.id }).update({ dataJson }));

    await desk.goto(`/people/${student.id}/account`);
    await desk.getByRole('button', { name: /^Lock/ }).click();
    const question = desk.getByRole('dialog');
    await question.locator('input').waitFor();
    await looksRight(desk, 'step-up');
    await question.locator('input').fill('only-for-these-tests');
    await desk.keyboard.press('Enter');
    await desk.getByText('Locked').first().waitFor();
  });

  it('says of a code that was used what to do', async () => {
    const { page, school, app } = await open();
    const student = await school.student();
    const id = app.newId();
    const times = { madeAt: app.clock(), expiresAt: new Date('2030-01-01T00:00:00Z'), usedAt: app.clock() };
    const { keysOf } = await import('../../server/auth/keys.ts');
    const keys = keysOf(app.config.sessionSecret);
    const code = keys.codeOf(id);
    const row = { id, purpose: 'invitation', personId: student.id, codeHash: keys.hashOfCode(code), ...times };
    await app.database.write((trx) => trx('auth_code').insert(row));
    const phone = await page({ size: 'phone' });
    await phone.goto(`/welcome#${code}`);
    await phone.getByRole('alert').getByText('already used').waitFor();
    await looksRight(phone, 'used');
  });
});
