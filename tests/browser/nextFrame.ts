import type { Page } from 'playwright-core';

/** Waits until the page has been painted with what has just changed. */
export const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
