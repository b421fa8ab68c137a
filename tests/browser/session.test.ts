import { inBrowser } from './inBrowser.ts';
import { publishedSchool } from './publishedSchool.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

inBrowser('A session that ended elsewhere', (open) => {
  it('leads to sign-in from whatever page is opened next', async () => {
    const world = await open();
    const { student } = await publishedSchool(world);
    const page = await world.page({ size: 'phone', as: student });
    await page.goto('/');
    await page.getByRole('heading', { name: words('client:nav.today') }).waitFor();
    // Nothing may be on its way any more: its refusal would lead to sign-in before anything is opened.
    await settled(page);
    await page.context().clearCookies();
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words('timetable:client.nav.weekShort') })
      .click();
    await page.getByRole('heading', { name: words('client:signIn.title') }).waitFor();
  });
});
