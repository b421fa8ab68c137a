/**
 * Takes pictures of every page of every role, at two sizes, in three languages, light and dark, from a running demo:
 *
 *   npx tsx scripts/screenshots.ts FOLDER [--url http://127.0.0.1:3000] [--roles tutor,student] [--languages ru]
 *   npx tsx scripts/screenshots.ts --readme docs/images/workbench.png
 *
 * The second form makes the README's picture: a draft of the tutor's group on the workbench.
 */
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { roles } from '../server/access/roles.ts';
import { type Language, languages } from '../server/host/language.ts';
import { launchChromium } from '../tests/browser/launchChromium.ts';
import { countRequests, settled } from '../tests/browser/settled.ts';
import { visitPages } from '../tests/browser/visitPages.ts';

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;
const schemes = ['light', 'dark'] as const;
const mostBytes = 300 * 1024;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    roles: { type: 'string', default: roles.join(',') },
    languages: { type: 'string', default: languages.join(',') },
    readme: { type: 'string' },
  },
});
const { url } = values;

async function signedIn(browser: Browser, role: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: sizes.desktop, reducedMotion: 'reduce' });
  const account = { login: `${role}@demo.example`, password: 'demo-demo-demo' };
  const reply = await context.request.post('/api/session', { data: account, headers: { origin: url } });
  if (!reply.ok()) throw new Error(`Signing in as ${role} answered ${reply.status()}`);
  return context;
}

/** `/groups/0189.../heat` becomes `groups-heat`. */
const nameOf = (path: string): string =>
  path
    .replace(/\?.*lesson=.*/, '/lesson')
    .replace(/\?.*/, '')
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    .split('/')
    .filter(Boolean)
    .join('-') || 'today';

async function take(page: Page, folder: string, path: string): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const scheme of schemes) {
      await page.emulateMedia({ colorScheme: scheme });
      await settled(page);
      await page.screenshot({ path: join(folder, `${nameOf(path)}-${size}-${scheme}.png`), fullPage: true });
    }
  }
  await page.setViewportSize(sizes.desktop);
}

/** The person's language in the demo is changed for the pictures, and given back. */
async function picturesOf(browser: Browser, role: string, spoken: readonly string[], folder: string): Promise<void> {
  const context = await signedIn(browser, role);
  const speak = (language: string) =>
    context.request.patch('/api/me', { data: { language }, headers: { origin: url } });
  const session: { readonly person: { readonly language: Language } } = await (
    await context.request.get('/api/session')
  ).json();
  try {
    for (const language of spoken) {
      await speak(language);
      const into = join(folder, role, language);
      mkdirSync(into, { recursive: true });
      const page = await context.newPage();
      countRequests(page);
      const paths = await visitPages(page, (path) => take(page, into, path));
      await page.close();
      console.log(`${role}, ${language}: ${paths.length} pages`);
    }
  } finally {
    await speak(session.person.language);
    await context.close();
  }
}

interface Named {
  readonly id: string;
}

/** A draft of the tutor's first group, from what is published, on the workbench; thrown away afterwards. */
async function readmePicture(browser: Browser, file: string): Promise<void> {
  const context = await signedIn(browser, 'tutor');
  const headers = { origin: url };
  const listOf = async (path: string): Promise<readonly Named[]> =>
    (await (await context.request.get(path)).json()).items;
  const [[group], [term]] = [await listOf('/api/groups'), await listOf('/api/terms')];
  await context.request.patch('/api/me', { data: { language: 'en' }, headers });
  const made = await context.request.post('/api/timetable/drafts', {
    headers,
    data: { termId: term?.id, groupIds: [group?.id], name: 'Autumn', from: 'published' },
  });
  const draft: Named & { readonly revision: number } = await made.json();
  const page = await context.newPage();
  countRequests(page);
  await page.goto('/');
  const bench = await page.locator('nav a[href$="/workbench"]').first().getAttribute('href');
  await page.goto(`${bench}/drafts/${draft.id}`);
  await settled(page);
  await page.screenshot({ path: file });
  await context.request.post(`/api/timetable/drafts/${draft.id}/discard`, {
    headers: { ...headers, 'if-match': `"${draft.revision}"` },
  });
  await context.close();
  const { size } = statSync(file);
  if (size > mostBytes) throw new Error(`${file} has ${size} bytes, more than ${mostBytes}`);
  console.log(`${file}: ${Math.round(size / 1024)} KB`);
}

const [folder] = positionals;
if (!folder && !values.readme) throw new Error('Give a folder for the pictures, or --readme FILE');
const browser = await launchChromium();
try {
  if (values.readme) await readmePicture(browser, values.readme);
  if (folder)
    for (const role of values.roles.split(',')) await picturesOf(browser, role, values.languages.split(','), folder);
} finally {
  await browser.close();
}
