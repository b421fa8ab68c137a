import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from '../../../tests/browser/accessibilityFaults.ts';
import { inBrowser, type OpenWorld } from '../../../tests/browser/inBrowser.ts';
import { keyboardOf } from '../../../tests/browser/keyboard.ts';
import { isAbove, overlayKeyboard, withOverlaidKeyboard } from '../../../tests/browser/overlaidKeyboard.ts';
import { settled } from '../../../tests/browser/settled.ts';
import { until } from '../../../tests/browser/until.ts';
import { boardInBrowser } from './boardInBrowser.ts';

/** What a finger could miss: text, so that what compiles the tests leaves it alone. */
const tooSmall = `[...document.querySelectorAll('main button, main textarea, main input:not([type=radio], [type=checkbox]), dialog button')]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.textContent || one.ariaLabel, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 44 || height < 44)
  .map(([name, { width, height }]) => name + ' ' + Math.round(width) + 'x' + Math.round(height))`;

inBrowser('The forum within everybody’s reach', (open) => {
  it('a topic with a poll is begun, quoted, answered, marked and reported by keyboard alone, and axe finds no serious fault', async function () {
    this.timeout(180_000);
    const world = await boardInBrowser(open);
    const { tutor, student, boardId, author } = world;
    const told = await world.page({ size: 'desktop', as: tutor });
    let keys = keyboardOf(told);
    await told.goto(`/forum/boards/${boardId}`);
    await settled(told);
    await keys.enter(told.getByRole('button', { name: 'New topic' }));
    await keys.isAt(told.getByLabel('What it is about'));
    await keys.type('Excursion');
    await keys.enter(told.getByRole('button', { name: 'Add a poll' }));
    await keys.to(told.getByLabel('Question'));
    await keys.type('When?');
    for (const [at, answer] of ['Friday', 'Saturday'].entries()) {
      await keys.to(told.getByLabel(`Answer ${at + 1}`));
      await keys.type(answer);
    }
    await keys.to(told.getByLabel('Text', { exact: true }));
    await keys.type('Where do we go?');
    expect(await accessibilityFaults(told), 'a new topic').to.deep.equal([]);
    await keys.enter(told.getByRole('button', { name: 'Begin the topic' }));
    await told.getByRole('heading', { level: 1, name: 'Excursion' }).waitFor();
    await told.getByRole('group', { name: 'When?' }).waitFor();

    const page = await world.page({ size: 'desktop', as: student });
    keys = keyboardOf(page);
    await page.goto(new URL(told.url()).pathname);
    await settled(page);
    await keys.choose(page.getByRole('radio', { name: 'Saturday' }));
    await page.getByText('1 person voted').waitFor();
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await keys.enter(page.getByRole('button', { name: 'Quote' }));
    await keys.isAt(field);
    await keys.press('Control+End');
    const name = await nameOf(page);
    await keys.type(`@${name.slice(0, 3)}`);
    await keys.enter(page.getByRole('group', { name: 'Whom do you mean?' }).getByRole('button', { name }));
    await keys.isAt(field);
    await keys.type('to the museum');
    await keys.press('Control+Enter');
    await page.locator('#post-2').getByText('to the museum').waitFor();
    await page
      .locator('#post-2')
      .getByRole('link', { name: `@${name}` })
      .waitFor();
    // Whoever has the topic open and cannot see it hears of it when they have a moment.
    const heard = told.locator('main').getByRole('status').filter({ hasText: 'New post:' });
    await heard.waitFor({ state: 'attached' });

    const first = page.locator('#post-1');
    await keys.back(first.getByRole('button', { name: 'Reactions' }));
    await keys.press('Enter');
    await keys.isAt(first.getByRole('button', { name: 'Thanks' }));
    await keys.press('Enter');
    await first.getByRole('button', { name: 'Thanks 1' }).waitFor();
    await keys.enter(first.getByRole('button', { name: 'More' }));
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'Report' }));
    await keys.isAt(page.getByRole('textbox', { name: 'Why' }));
    await keys.type('Not for everybody');
    expect(await accessibilityFaults(page), 'a report').to.deep.equal([]);
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'Report' }));
    await page.getByText('The tutor will be told').waitFor();

    const own = page.locator('#post-2');
    await keys.to(own.getByRole('button', { name: 'More' }));
    await keys.press('Enter');
    await keys.enter(page.getByRole('dialog').getByRole('button', { name: 'Edit' }));
    await keys.isAt(page.getByRole('textbox', { name: 'Text of the post' }));
    await keys.press('Control+End');
    await keys.type(', please');
    await keys.enter(own.getByRole('button', { name: 'Save' }));
    await own.getByText('museum, please').waitFor();
    expect(await accessibilityFaults(page), 'a topic').to.deep.equal([]);
    const { body } = await author.get(`/api/forum/topics/${page.url().split('/').at(-1)}?from=1`).expect(200);
    expect(body.posts[0].reactions).to.deep.equal([{ sign: 'thanks', count: 1, isMine: true }]);
  });

  it('has targets for a finger on a phone of 320 px, and the place to write stays above its keyboard', async () => {
    const { page, boardPath, topicPath } = await questionOnPhone(open);
    for (const path of [boardPath, topicPath]) {
      await page.goto(path);
      await settled(page);
      expect(await page.evaluate(tooSmall), path).to.deep.equal([]);
    }
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await field.click();
    // So much is left above the keyboard of a small phone.
    await page.setViewportSize({ width: 320, height: 340 });
    await page.locator('html[data-typing]').waitFor();
    await field.scrollIntoViewIfNeeded();
    expect(await page.locator('.bar').isVisible(), 'the bar is in the way').to.equal(false);
    const box = await field.boundingBox();
    expect(box && box.y >= 0 && box.y + box.height <= 340, 'the field is seen').to.equal(true);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.locator('html:not([data-typing])').waitFor();
    expect(await page.locator('.bar').isVisible()).to.equal(true);
  });

  it('keeps the place to write above a keyboard that lies over the page', async () => {
    const { page, topicPath } = await questionOnPhone(open);
    await withOverlaidKeyboard(page);
    await page.goto(topicPath);
    await settled(page);
    const field = page.getByRole('textbox', { name: 'Your answer' });
    await field.focus();
    expect(await isAbove(page, field, 300), 'the keyboard would cover it').to.equal(false);
    await overlayKeyboard(page, 300);
    await until(() => isAbove(page, field, 300));
  });

  it('tells of a new topic in a notice that says when asked why it came', async () => {
    const world = await boardInBrowser(open);
    const { tutor, boardId, author, app } = world;
    const first = { clientId: app.newId(), title: 'A question', text: 'Where do we meet?' };
    await author.post(`/api/forum/boards/${boardId}/topics`).send(first).expect(201);
    await world.settle();
    const page = await world.page({ size: 'phone', as: tutor });
    await page.goto('/notices');
    await page.getByRole('link', { name: 'Why me?' }).click();
    await page.waitForURL(/\/notices\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: 'Why did I get this?' }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: /A question/ }).click();
    await page.getByRole('heading', { level: 1, name: 'A question' }).waitFor();
  });
});

/** A small phone of a student on whose board a question stands. */
async function questionOnPhone(open: OpenWorld) {
  const world = await boardInBrowser(open);
  const { student, boardId, author, app } = world;
  const first = { clientId: app.newId(), title: 'A question', text: 'Where do we meet?' };
  const { body } = await author.post(`/api/forum/boards/${boardId}/topics`).send(first).expect(201);
  const page = await world.page({ size: 'phone', as: student });
  await page.setViewportSize({ width: 320, height: 640 });
  return { page, boardPath: `/forum/boards/${boardId}`, topicPath: `/forum/topics/${body.topic.id}` };
}

/** The author of the first post, as the page calls them. */
async function nameOf(page: Page): Promise<string> {
  return (await page.locator('#post-1 .post-author').textContent()) ?? '';
}
