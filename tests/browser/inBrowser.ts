import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { type App, createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { DatabaseConfig } from '../../server/db/connect.ts';
import type { Language } from '../../server/host/language.ts';
import { emptyDatabase } from '../harness/emptyDatabase.ts';
import { freePort } from '../harness/freePort.ts';
import { type Keep, keeping } from '../harness/keeping.ts';
import { tablesOfProduct, testConfig } from '../harness/product.ts';
import { beginSession, signInAs, type TestAgent } from '../harness/testAgent.ts';
import { freshPath } from '../harness/testEnvironment.ts';
import { type TestSchool, testSchool } from '../harness/testSchool.ts';
import { chromiumOfProcess } from './chromiumOfProcess.ts';
import { setClock } from './setClock.ts';
import { countRequests } from './settled.ts';

/** The two sizes in which every journey is played. */
export const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const;
export type Size = keyof typeof sizes;

/**
 * Where the clocks of server and browser begin: 05:00 in Madrid, on the Monday on which terms of tests begin, early
 * enough to ask for another time of the first lesson.
 */
const beginning = new Date('2026-09-07T03:00:00Z');

export interface PageOptions {
  readonly size: Size;
  /** The language of the browser; a signed-in person's own language comes first. English unless told. */
  readonly language?: Language;
  /** Who is signed in already; nobody unless told. */
  readonly as?: { readonly id: string };
  /** Whether the page's worker may run, which keeps it open without a line; it may not unless told. */
  readonly worker?: true;
}

/** A server that really listens, and its school. */
export interface Prepared {
  readonly app: App;
  readonly school: TestSchool;
  /** Requests of this person without a browser, for what a test only prepares. */
  signIn(person: { readonly id: string }): Promise<TestAgent>;
  /** Waits for reactions and jobs that are due. */
  settle(): Promise<void>;
}

/** Such a server with the built client, and browsers that visit it. */
export interface World extends Prepared {
  /** Such as `http://127.0.0.1:43210`. */
  readonly origin: string;
  /** A page in a browser profile of its own, not yet anywhere: `await page.goto('/')`. */
  page(options: PageOptions): Promise<Page>;
}

interface OpenOptions {
  /** Where it is visited, when something stands before it. */
  readonly publicUrl?: string;
  /** What is configured otherwise than in other tests. */
  readonly config?: Partial<Config>;
}

/** Opens a world with an empty school; it is closed after the test, or after the suite when a `before` opened it. */
export type OpenWorld = (options?: OpenOptions) => Promise<World>;

/** Opens worlds that all begin as `make` left a school, which is made once; gives what `make` gave with each. */
export type OpenAlike = <T>(make: (prepared: Prepared) => Promise<T>) => () => Promise<readonly [World, T]>;

const builtClient = join(import.meta.dirname, '../../dist/client/index.html');

const pictures = join(import.meta.dirname, '../../.tmp/browser');

/** What a page looked like when its test failed. */
async function picture(page: Page, test: Mocha.Test | undefined, at: number): Promise<void> {
  const name = (test?.fullTitle() ?? 'unknown').replace(/[^\p{L}\d]+/gu, '-');
  await page.screenshot({ path: join(pictures, `${name}-${at}.png`) }).catch(() => undefined);
}

/** Defines tests in Chromium. A page that throws, logs an error or asks for what is not there fails its test. */
export function inBrowser(title: string, define: (open: OpenWorld, alike: OpenAlike) => void): void {
  describe(title, function () {
    // Nothing here is measured by the clock; a machine may have other things to do.
    this.timeout(600_000);
    const faults: string[] = [];
    const pages: Page[] = [];
    before(() => {
      if (!existsSync(builtClient)) throw new Error('The client is not built: run `npm run build`.');
    });
    afterEach(async function () {
      const shown = pages.splice(0);
      if (this.currentTest?.isFailed()) await Promise.all(shown.map((page, at) => picture(page, this.currentTest, at)));
      const told = faults.splice(0);
      if (told.length > 0) throw new Error(`Faults in the browser:\n${told.join('\n')}`);
    });

    // After the hook above, so that pages are still open when it takes their pictures.
    const keep = keeping();
    const openOn = async (database: DatabaseConfig, options: OpenOptions = {}): Promise<World> => {
      const { app, ahead } = await started(database, beginning, options);
      keep(() => app.close());
      return worldOf(app, { keep, faults, pages, ahead });
    };
    const open: OpenWorld = async (options) => {
      const { config, remove } = await emptyDatabase('SQLite', tablesOfProduct());
      keep(remove);
      return openOn(config, options);
    };
    const alike: OpenAlike = <T>(make: (prepared: Prepared) => Promise<T>) => {
      let made: ReturnType<typeof madeOnce<T>> | undefined;
      return async () => {
        made ??= madeOnce(make);
        const { file, value } = await made;
        return [await openOn(copyOf(file)), value];
      };
    };
    define(open, alike);
  });
}

/** The file of a school that was made and closed, and what its maker gave. */
async function madeOnce<T>(make: (world: Prepared) => Promise<T>): Promise<{ file: string; value: T }> {
  const { config } = await emptyDatabase('SQLite', tablesOfProduct());
  if (config.dialect !== 'sqlite') throw new Error('Only a file is copied');
  // Before the tests begin, so that nothing in them lies ahead.
  const { app } = await started(config, new Date(beginning.getTime() - 600_000));
  try {
    return { value: await make(preparedOf(app)), file: config.file };
  } finally {
    await app.close();
  }
}

function copyOf(file: string): DatabaseConfig {
  const copy = freshPath('.db');
  copyFileSync(file, copy);
  return { dialect: 'sqlite', file: copy };
}

/** An app that listens, whose clock begins at this moment. */
async function started(
  database: DatabaseConfig,
  at: Date,
  { publicUrl, config }: OpenOptions = {},
): Promise<{ app: App; ahead: number }> {
  const ahead = at.getTime() - Date.now();
  const clock = () => new Date(Date.now() + ahead);
  const usual = testConfig(database, await freePort());
  const visited = publicUrl ? { publicUrl, origins: [publicUrl] } : {};
  const app = await createApp({ ...usual, ...visited, ...config }, { migrate: false, clock });
  await app.start();
  await new Promise<void>((resolve) => app.server.listen(app.config.port, '127.0.0.1', resolve));
  return { app, ahead };
}

interface Watched {
  readonly keep: Keep;
  readonly faults: string[];
  readonly pages: Page[];
  /** Milliseconds by which the world's clock is ahead of the machine's. */
  readonly ahead: number;
}

const preparedOf = (app: App): Prepared => ({
  app,
  school: testSchool(app),
  signIn: ({ id }) => signInAs(app, id),
  settle: async () => {
    await app.dispatcher.idle();
    await app.jobs.idle();
    await app.dispatcher.idle();
  },
});

function worldOf(app: App, { keep, faults, pages, ahead }: Watched): World {
  const origin = app.config.publicUrl;
  return {
    ...preparedOf(app),
    origin,
    page: async ({ size, language = 'en', as, worker }) => {
      const browser = await chromiumOfProcess();
      const context = await browser.newContext({
        baseURL: origin,
        viewport: sizes[size],
        hasTouch: size === 'phone',
        isMobile: size === 'phone',
        locale: language,
        colorScheme: 'light',
        reducedMotion: 'reduce',
        serviceWorkers: worker ? 'allow' : 'block',
      });
      keep(() => context.close());
      await context.addInitScript(setClock(ahead));
      if (as) await signInBrowser(app, context, as);
      context.setDefaultTimeout(45_000);
      const page = await context.newPage();
      pages.push(page);
      watch(page, faults);
      countRequests(page);
      return page;
    },
  };
}

async function signInBrowser(app: App, context: BrowserContext, person: { readonly id: string }): Promise<void> {
  await context.addCookies([{ ...(await beginSession(app, person.id)), url: app.config.publicUrl, httpOnly: true }]);
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => void faults.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    // Refusals by the server are logged by Chromium too; journeys provoke them on purpose.
    if (message.type() === 'error' && !/(status of|response code:) 4\d\d/.test(message.text()))
      faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} from ${response.url()}`);
  });
}
