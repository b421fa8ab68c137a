import { type App, type AppOptions, createApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import { eachDialect } from './eachDialect.ts';
import { tablesOfProduct, testConfig } from './product.ts';
import { signInAs, type TestAgent, visitor } from './testAgent.ts';
import { type TestClock, testClock } from './testClock.ts';
import { type TestSchool, testSchool } from './testSchool.ts';

/** The whole app on a database of its own; it listens, and nothing runs in the background. */
export interface TestApp {
  readonly app: App;
  /** Where it listens, for those who need more than an agent: `http://127.0.0.1:43210`. */
  readonly url: string;
  readonly clock: TestClock;
  /** Makes rows: valid by themselves, with whatever a test wants to be different. */
  readonly school: TestSchool;
  /** Somebody without a session. */
  visitor(): TestAgent;
  /** Signs this person in, by the sign-in page's own request. */
  signIn(person: { readonly id: string }): Promise<TestAgent>;
  /** Runs reactions, and the jobs and schedules that are due, until nothing is left to do. */
  settle(): Promise<void>;
}

export interface TestAppOptions extends Pick<AppOptions, 'catalog' | 'log' | 'around' | 'threads'> {
  /** Where the clock stands; a Monday in September unless told. */
  readonly at?: string | Date;
  /** What is configured otherwise than usual. */
  readonly config?: Partial<Config>;
}

export type StartApp = (options?: TestAppOptions) => Promise<TestApp>;

/** Defines the same tests of the whole app for SQLite and for PostgreSQL. */
export function eachApp(title: string, define: (start: StartApp) => void): void {
  eachDialect(title, ({ keep, empty }) =>
    define(async ({ at, config: over, ...options } = {}) => {
      const { config } = await empty(tablesOfProduct(options.catalog));
      const clock = testClock(at);
      const app = await createApp(
        { ...testConfig(config), ...over },
        { ...options, clock: clock.read, migrate: false },
      );
      keep(() => app.close());
      return testApp(app, clock, await listening(app));
    }),
  );
}

/** Once for all requests of a test: otherwise each of them would open a port and close it. */
async function listening({ server }: App): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const testApp = (app: App, clock: TestClock, url: string): TestApp => ({
  app,
  url,
  clock,
  school: testSchool(app),
  visitor: () => visitor(app),
  signIn: (person) => signInAs(app, person.id),
  settle: async () => {
    await app.dispatcher.idle();
    await app.jobs.idle();
    await app.scheduler.idle();
    await app.dispatcher.idle();
    await app.views.flush();
  },
});
