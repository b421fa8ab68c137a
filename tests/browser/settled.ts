import type { Page } from 'playwright-core';
import { nextFrame } from './nextFrame.ts';

/** Requests of each watched page that have no answer yet. */
const open = new WeakMap<Page, Set<string>>();

/** Begins to count the page's requests for data. */
export function countRequests(page: Page): void {
  const pending = new Set<string>();
  open.set(page, pending);
  const isData = (url: string) => new URL(url).pathname.startsWith('/api/');
  page.on('request', (request) => isData(request.url()) && pending.add(request.url()));
  page.on('requestfinished', (request) => pending.delete(request.url()));
  page.on('requestfailed', (request) => pending.delete(request.url()));
}

const isDrawn = (): boolean =>
  document.querySelector('h1') !== null && document.querySelector('.waiting, [data-loading]') === null;

/** Waits until the page has drawn all that it asked for: no grey rows, no spinner, no request without an answer. */
export async function settled(page: Page): Promise<void> {
  const pending = open.get(page) ?? new Set();
  // Twice in a row: one answer may lead to the next question.
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForFunction(isDrawn);
    await nextFrame(page);
    quiet = pending.size === 0 && (await page.evaluate(isDrawn)) ? quiet + 1 : 0;
  }
}
