import type { Page } from 'playwright-core';
import { settled } from './settled.ts';

/** Addresses that differ in whom they are about are one page. */
const kindOf = (address: string): string => {
  const { pathname, searchParams } = new URL(address, 'http://here');
  const path = pathname.replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '/:id');
  return [path, ...[...searchParams.keys()].sort()].join(' ');
};

/** Goes to an address as a link does, so that one page is left for another. */
const follow = (page: Page, address: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState({ key: to, idx: history.length }, '', to);
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
  }, address);

const linksOf = (page: Page): Promise<string[]> =>
  page.locator('a[href^="/"]').evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));

/**
 * Follows every link of the navigation and of the pages that it finds, one of each kind, so that a new page is visited
 * by itself; `visit` is called when the page has drawn everything. Returns the paths.
 */
export async function visitPages(page: Page, visit: (path: string) => Promise<void>): Promise<string[]> {
  const kinds = new Set([kindOf('/')]);
  const addresses = ['/'];
  await page.goto('/');
  for (const address of addresses) {
    if (address !== '/') await follow(page, address);
    await settled(page);
    for (const link of await linksOf(page)) {
      if (kinds.has(kindOf(link)) || link.startsWith('/api/')) continue;
      kinds.add(kindOf(link));
      addresses.push(link);
    }
    await visit(address);
  }
  return addresses.map((address) => new URL(address, 'http://here').pathname);
}
