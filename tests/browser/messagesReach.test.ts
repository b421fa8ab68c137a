import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser } from './inBrowser.ts';
import { keyboardOf } from './keyboard.ts';
import { isAbove, overlayKeyboard, withOverlaidKeyboard } from './overlaidKeyboard.ts';
import { settled } from './settled.ts';
import { talkingSchool } from './talkingSchool.ts';
import { until } from './until.ts';

const narrowest = { width: 320, height: 640 };

inBrowser('Messages within everybody’s reach', (open) => {
  it('are written, answered and taken back, and a call is noted, by keyboard alone', async () => {
    const world = await open();
    const { tutor, guardian, as, texts, student } = await talkingSchool(world);
    const page = await world.page({ size: 'desktop', as: tutor });
    const keys = keyboardOf(page);
    await page.goto('/messages');
    await settled(page);
    await keys.enter(page.getByRole('link', { name: 'New message' }));
    await keys.to(page.getByRole('searchbox'));
    await keys.type('Marta');
    const choice = page.getByRole('checkbox', { name: 'Marta' });
    await choice.waitFor();
    await keys.to(choice);
    await keys.press('Space');
    await keys.enter(page.getByRole('button', { name: 'Continue' }));
    const field = page.getByRole('textbox', { name: 'Write a message' });
    await keys.to(field);
    await keys.type('Good evening');
    await keys.press('Enter');
    await page.getByRole('log').getByText('Good evening').waitFor();
    await keys.isAt(field);
    await keys.back(page.getByRole('log').getByRole('button', { name: 'Reply' }));
    await keys.press('Enter');
    await keys.isAt(field);
    await keys.type('And once more');
    await keys.press('Enter');
    await page.getByRole('log').getByText('And once more').waitFor();
    await keys.back(page.getByRole('log').getByRole('button', { name: 'Delete' }).last());
    await keys.press('Enter');
    await page.getByText('Deleted by its author').waitFor();
    await keys.back(page.getByRole('log').getByRole('button', { name: 'Edit' }));
    await keys.press('Enter');
    await keys.isAt(page.getByRole('textbox', { name: 'Text of the message' }));
    await keys.press('Control+End');
    await keys.type(' to all');
    await keys.enter(page.getByRole('button', { name: 'Save' }));
    const changed = page.locator('.message-text', { hasText: 'Good evening to all' });
    await changed.waitFor();
    expect(await texts()).to.have.members(['Good evening to all', '']);

    // Those who cannot see the page hear of what comes in when they have a moment, not in the middle of a word.
    expect(await page.getByRole('log').getAttribute('aria-live')).to.equal('polite');

    await page.goto('/messages/calls');
    await settled(page);
    await keys.enter(page.getByRole('button', { name: 'Note a call' }));
    await keys.enter(page.getByRole('button', { name: 'Save' }));
    await page.getByText('The call is noted').waitFor();
    await page.getByText('Last contact').waitFor();
    const { body } = await as.get(`/api/messages/students/${student.id}/contacts`).expect(200);
    expect(body.items[0].with.id).to.equal(guardian.id);

    // The index follows within some seconds.
    await until(async () => {
      await world.settle();
      return (await as.get('/api/messages/search?q=evening').expect(200)).body.items.length > 0;
    });
    await page.goto('/messages');
    await settled(page);
    await keys.to(page.getByRole('searchbox'));
    await keys.type('evenings');
    const found = page.getByRole('list', { name: 'Found messages' }).getByRole('link');
    await found.first().waitFor();
    await keys.enter(found.first());
    await changed.waitFor();
  });

  it('have their place to write above a keyboard that lies over the page, and so has the note of a call', async () => {
    const world = await open();
    const { tutor, path, as, threadId } = await talkingSchool(world);
    for (let nth = 1; nth <= 9; nth++)
      await as
        .post(`/api/messages/threads/${threadId}/messages`)
        .send({ clientId: `01990000-0000-4000-8000-00000000000${nth}`, text: `Message ${nth}` })
        .expect(200);
    const page = await world.page({ size: 'phone', as: tutor });
    await page.setViewportSize(narrowest);
    await withOverlaidKeyboard(page);
    await page.goto(path);
    await settled(page);
    const field = page.getByRole('textbox', { name: 'Write a message' });
    const send = page.getByRole('button', { name: 'Send', exact: true });
    await field.focus();
    expect(await isAbove(page, field, 300), 'the keyboard would cover it').to.equal(false);
    await overlayKeyboard(page, 300);
    await until(async () => (await isAbove(page, field, 300)) && (await isAbove(page, send, 300)));
    await page.goto('/messages/calls');
    await settled(page);
    await page.getByRole('button', { name: 'Note a call' }).click();
    await settled(page);
    const agreed = page.getByRole('dialog').getByRole('textbox').first();
    await agreed.focus();
    await overlayKeyboard(page, 300);
    await until(() => isAbove(page, agreed, 300));
  });

  it('fit into 320 px and have no serious fault for axe, in light and dark', async () => {
    const world = await open();
    const { tutor, guardian, as, path, threadId, student } = await talkingSchool(world);
    const asGuardian = await world.signIn(guardian);
    await asGuardian.put('/api/me/quiet-hours').send({ kind: 'own', fromTime: '00:00', toTime: '23:59' }).expect(200);
    const at = `/api/messages/threads/${threadId}`;
    const say = (by: typeof as, nth: number, text: string) =>
      by
        .post(`${at}/messages`)
        .send({ clientId: `01990000-0000-4000-8000-00000000000${nth}`, text })
        .expect(200);
    await say(as, 1, `Look here: https://school.example/${'a'.repeat(120)}`);
    await say(asGuardian, 2, 'May we come on Thursday, all of us, together with the grandmother?');
    const sendAt = new Date(world.app.clock().getTime() + 3_600_000).toISOString();
    const later = { clientId: '01990000-0000-4000-8000-000000000009', text: 'Good morning to all of you', sendAt };
    await as.post(`${at}/scheduled`).send(later).expect(200);
    const page = await world.page({ size: 'phone', as: tutor });
    await page.setViewportSize(narrowest);
    const paths = ['/messages?which=unanswered', '/messages/new', path, '/messages/calls'];
    const faults: string[] = [];
    for (const one of [...paths, `/people/${student.id}/calls`]) {
      await page.goto(one);
      await settled(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        const found = await accessibilityFaults(page, colorScheme === 'dark' ? { rules: ['color-contrast'] } : {});
        faults.push(...found.map((fault) => `${one} ${colorScheme}: ${fault}`));
      }
      await page.emulateMedia({ colorScheme: 'light' });
      if (!(await fits(page))) faults.push(`${one} is wider than the window`);
    }
    expect(faults).to.deep.equal([]);
  });
});

const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
