import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import type { Page, Response } from 'playwright-core';
import { inBrowser } from './inBrowser.ts';
import { publishedSchool } from './publishedSchool.ts';
import { settled } from './settled.ts';

/** What a student's first visit may not grow beyond. */
const budget = 200 * 1024;

/** What only the workbench is made of: its files, and the routes that only it asks. */
const benchFolder = join(import.meta.dirname, '../../plugins/timetable/client/bench');
const benchFiles = readdirSync(benchFolder).flatMap((name) => /^(\w+)\.tsx$/.exec(name)?.slice(1) ?? []);
const benchRoute = '/timetable/drafts';

const isCounted = (response: Response): boolean =>
  ['script', 'stylesheet', 'font'].includes(response.request().resourceType());

/** Everything that the page downloads until it is drawn and listens for changes. */
async function downloadsOf(page: Page, address: string): Promise<readonly Response[]> {
  const responses: Response[] = [];
  page.on('response', (response) => isCounted(response) && responses.push(response));
  const listening = page.waitForEvent('websocket');
  await page.goto(address);
  await settled(page);
  await listening;
  return responses;
}

inBrowser('What a student downloads at first', (open) => {
  it(`is at most ${budget / 1024} KB of scripts, styles and fonts, and nothing of the workbench`, async () => {
    const world = await open();
    const { student } = await publishedSchool(world);
    const page = await world.page({ size: 'phone', as: student });
    const responses = await downloadsOf(page, '/');
    await page.getByRole('link', { name: 'Maths' }).first().waitFor();
    const files = await Promise.all(
      responses.map(async (one) => ({ name: new URL(one.url()).pathname, body: await one.body() })),
    );
    const ofBench = files.filter(
      ({ name, body }) =>
        benchFiles.some((file) => name.startsWith(`/assets/${file}-`)) || body.toString().includes(benchRoute),
    );
    expect(ofBench.map(({ name }) => name)).to.deep.equal([]);
    expect(benchFiles).to.include('DraftPage');
    const sizes = files.map(({ name, body }) => ({ name, bytes: gzipSync(body).length }));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    const told = sizes.toSorted((a, b) => b.bytes - a.bytes).map(({ name, bytes }) => `${bytes} ${name}`);
    expect(total, told.join('\n')).to.be.within(50 * 1024, budget);
  });
});
