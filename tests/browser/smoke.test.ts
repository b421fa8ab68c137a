import { expect } from 'chai';
import { languages } from '../../server/host/language.ts';
import { accountOf } from '../harness/testAgent.ts';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser, type Size, sizes } from './inBrowser.ts';

inBrowser('The client', (open) => {
  for (const language of languages)
    for (const size of Object.keys(sizes) as Size[])
      it(`shows a visitor the way in, in ${language} on a ${size}`, async () => {
        const { page } = await open();
        const visitor = await page({ size, language });
        await visitor.goto('/');
        await visitor.locator('input[type="password"]').waitFor();
        expect(await visitor.locator('html').getAttribute('lang')).to.equal(language);
        expect(await accessibilityFaults(visitor)).to.deep.equal([]);
        expect(await visitor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).to.be.at.most(0);
      });

  it('lets a person in who types login and password', async () => {
    const { page, school, app } = await open();
    const { login, password } = await accountOf(app, (await school.staff('admin', { givenName: 'Olga' })).id);
    const admin = await page({ size: 'desktop' });
    await admin.goto('/');
    await admin.locator('input[autocomplete="username"]').fill(login);
    await admin.locator('input[type="password"]').fill(password);
    await admin.keyboard.press('Enter');
    await admin.locator('nav:visible').first().waitFor();
  });

  it('knows who is signed in', async () => {
    const { page, school } = await open();
    const student = await page({ size: 'phone', as: await school.student() });
    await student.goto('/');
    await student.locator('nav:visible').first().waitFor();
    expect(await accessibilityFaults(student)).to.deep.equal([]);
  });
});
