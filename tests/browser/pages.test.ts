import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Role, roles } from '../../server/access/roles.ts';
import { isLong } from '../harness/isLong.ts';
import { accessibilityFaults } from './accessibilityFaults.ts';
import { inBrowser, sizes, type World } from './inBrowser.ts';
import { nextFrame } from './nextFrame.ts';
import { declaredPaths, isOf } from './routes.ts';
import { shapeOf } from './shapeOf.ts';
import { staffedSchool, withMail } from './staffedSchool.ts';
import { visitPages } from './visitPages.ts';
import { words } from './words.ts';

/** As long as every page of the product may take together, however slow the machine is. */
const limitOfWalk = declaredPaths().length * 60_000;

const narrowest = { width: 320, height: 640 };

/** What is wrong on a role's pages, each with its address: for axe, and for a window of 320 px. */
interface Found {
  readonly axe: string[];
  readonly wide: string[];
  /** Links that lead to no page. */
  readonly dead: string[];
}

/** To which no link leads: a search that is typed, rooms that open minutes before a lesson, a school's own agreement. */
const withoutLink = new Set([
  '/forum/search',
  '/join/:lessonId',
  '/join/meeting/:meetingId',
  '/agreements/:agreementId',
  // Only leads on.
  '/timetable/requests/:rescheduleId',
]);

/** Whose pages are walked by every `npm test`; those of all roles by `npm run test:long`. */
const daily: readonly Role[] = ['student'];

/** Names whatever makes the page wider than the window. */
const widerThanWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document.documentElement.scrollWidth <= window.innerWidth
      ? []
      : [...document.querySelectorAll('main *')]
          .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
          .slice(0, 5)
          .map((one) => `${one.tagName}.${one.className}`),
  );

/** Shapes of pages that axe has seen, by size. */
type Seen = Set<string>;

/** Without motion, too, colours change by transitions: for as long as these run axe would read a colour in between. */
async function recoloured(page: Page): Promise<void> {
  // What is inherited may begin to change only when its origin has ended, so more than once.
  for (let round = 0; round < 4; round++) {
    await nextFrame(page);
    await page.evaluate(() => {
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    });
  }
  await nextFrame(page);
}

/** Of what dark changes axe knows the contrast. */
const schemes = { light: {}, dark: { rules: ['color-contrast'] } } as const;

async function lookAt(page: Page, path: string, found: Found, seen: Seen): Promise<void> {
  if (await page.getByRole('heading', { name: words('client:notFound.title', { lng: 'ru' }) }).count())
    found.dead.push(path);
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    const shape = `${size} ${await shapeOf(page)}`;
    if (seen.has(shape)) continue;
    seen.add(shape);
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await recoloured(page);
      const faults = await accessibilityFaults(page, schemes[scheme]);
      found.axe.push(...faults.map((fault) => `${path}, ${size}, ${scheme}: ${fault}`));
    }
  }
  await page.setViewportSize(narrowest);
  found.wide.push(...(await widerThanWindow(page)).map((what) => `${path}: ${what}`));
  await page.setViewportSize(sizes.desktop);
}

inBrowser('Every page', (open) => {
  let world: World;
  let people: Readonly<Record<Role, { readonly id: string }>>;
  const visited = new Map<Role, readonly string[]>();
  const seen: Seen = new Set();

  async function walk(role: Role, visit: (page: Page, path: string) => Promise<void>): Promise<void> {
    const page = await world.page({ size: 'desktop', language: 'ru', as: people[role] });
    visited.set(role, await visitPages(page, (path) => visit(page, path)));
  }

  before(async () => {
    world = await open();
    const school = await staffedSchool(world);
    if (isLong) await withMail(world, school);
    ({ people } = school);
  });

  for (const role of isLong ? roles : daily)
    it(`of the ${role} has nothing serious for axe, and stays within 320 px in Russian`, async function () {
      this.timeout(limitOfWalk);
      const found: Found = { axe: [], wide: [], dead: [] };
      await walk(role, (page, path) => lookAt(page, path, found, seen));
      expect(found).to.deep.equal({ axe: [], wide: [], dead: [] });
    });

  if (isLong)
    it('can be reached by somebody', async function () {
      this.timeout(limitOfWalk * roles.length);
      // Whoever was not walked above: with `--grep` this one runs alone.
      for (const role of roles) if (!visited.has(role)) await walk(role, async () => undefined);
      const paths = [...visited.values()].flat();
      const reached = (declared: string) => paths.some((path) => isOf(declared, path));
      const unseen = declaredPaths().filter((declared) => !withoutLink.has(declared) && !reached(declared));
      expect(unseen).to.deep.equal([]);
    });
});
