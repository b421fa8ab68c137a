import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/**
 * What the main process of a test run gives to its workers. Workers are forked after the global set-up, so
 * the environment is enough.
 */
const names = { postgresUrl: 'TUTORIA_TEST_POSTGRES_URL', directory: 'TUTORIA_TEST_DIRECTORY' } as const;

interface TestEnvironment {
  /** The administrative database of the run's PostgreSQL. */
  readonly postgresUrl: string;
  /** The run's own directory; it is deleted when the run ends, however it ends. */
  readonly directory: string;
}

export function publishTestEnvironment(environment: TestEnvironment): void {
  process.env[names.postgresUrl] = environment.postgresUrl;
  process.env[names.directory] = environment.directory;
}

export function testEnvironment(): TestEnvironment {
  const postgresUrl = process.env[names.postgresUrl];
  const directory = process.env[names.directory];
  if (!postgresUrl || !directory)
    throw new Error('PostgreSQL was not started: run the tests from the top folder, so that .mocharc.json is read.');
  return { postgresUrl, directory };
}

/** A process may have this module twice: once imported, once required. */
const own = `${process.pid}-${randomBytes(3).toString('hex')}`;
let files = 0;

/** A path in the run's directory that nobody else uses. */
export const freshPath = (suffix: string): string => join(testEnvironment().directory, `${own}-${++files}${suffix}`);
