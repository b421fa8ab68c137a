import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { inBrowser, type World } from './inBrowser.ts';
import { publishedSchool } from './publishedSchool.ts';
import { settled } from './settled.ts';
import { words } from './words.ts';

/** Lifts what is at one place and holds it over another, as a hand does. */
async function carry(page: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error('There is nothing to carry, or nowhere to put it');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2 + 12, start.y + start.height / 2 + 12, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
}

inBrowser('The workbench', (open) => {
  let world: World;
  let page: Page;
  const lesson = () => page.locator('td.bench-cell', { has: page.locator('.bench-lesson') }).first();
  const free = () => page.locator('td.bench-cell-free, td.bench-cell-worse').first();

  before(async () => {
    world = await open();
    const { tutor, term, group } = await publishedSchool(world);
    const agent = await world.signIn(tutor);
    const drafts = [];
    for (const name of ['First', 'Second']) {
      const wish = { termId: term.id, groupIds: [group.id], name, from: 'published' };
      drafts.push((await agent.post('/api/timetable/drafts').send(wish).expect(201)).body);
    }
    page = await world.page({ size: 'desktop', as: tutor });
    await page.goto(`/workbench/drafts/${drafts[0].id}`);
    await settled(page);
  });

  it('shows while a lesson is carried where it could be put and what that would do, and moves it there', async () => {
    const home = await lesson().locator('.bench-lesson').first().boundingBox();
    await carry(page, lesson().locator('.bench-lesson').first(), page.locator('td.bench-cell').last());
    await free().waitFor();
    const target = await free().boundingBox();
    await page.mouse.move((target?.x ?? 0) + 20, (target?.y ?? 0) + 10, { steps: 4 });
    const nowhere = words('bench:drag.where');
    await page.locator('.bench-note').filter({ hasText: /\S/, hasNotText: nowhere }).waitFor();
    await page.mouse.up();
    await page.getByText(words('timetable:client.move.done')).waitFor();
    await settled(page);
    expect(await lesson().locator('.bench-lesson').first().boundingBox()).not.to.deep.equal(home);
  });

  it('takes the move back by Ctrl-Z and does it again by Ctrl-Y', async () => {
    await page.keyboard.press('Control+z');
    await page.getByText(words('timetable:client.draft.undone')).waitFor();
    await settled(page);
    await page.keyboard.press('Control+y');
    await page.getByText(words('bench:redone')).waitFor();
    await page.getByRole('link', { name: words('bench:part.steps'), exact: true }).click();
    await page.locator('.row').first().waitFor();
    expect(await page.locator('.row').count()).to.equal(1);
  });

  it('compares two drafts and names the lesson that lies elsewhere', async () => {
    await page.getByRole('link', { name: words('bench:part.compare'), exact: true }).click();
    await page.getByText(words('bench:compare.places')).waitFor();
    expect(await page.locator('table').last().locator('tbody tr').count()).to.equal(1);
  });
});
