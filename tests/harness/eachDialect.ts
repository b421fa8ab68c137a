import { describe } from 'mocha';
import { databaseTitles } from './databaseTitles.ts';
import { type EmptyDatabase, emptyDatabase } from './emptyDatabase.ts';
import type { Template } from './template.ts';

/** What a suite on one database gets. */
export interface Dialected {
  /** A copy of the template, which goes away with whoever opened it. */
  empty(template: Template): Promise<EmptyDatabase>;
  /** Has something closed: after the test that opened it, or after the suite when a `before` did. */
  keep(close: () => Promise<unknown>): void;
}

type Closing = () => Promise<unknown>;

/** Defines the same suite for SQLite and for PostgreSQL. */
export function eachDialect(title: string, define: (dialected: Dialected) => void): void {
  describe(title, () => {
    for (const database of databaseTitles)
      describe(database, () => {
        const ofSuite: Closing[] = [];
        const ofTest: Closing[] = [];
        let inTest = false;
        beforeEach(() => {
          inTest = true;
        });
        afterEach(async () => {
          inTest = false;
          await closeAll(ofTest);
        });
        after(() => closeAll(ofSuite));
        const keep = (close: Closing): void => void (inTest ? ofTest : ofSuite).push(close);
        define({
          keep,
          empty: async (template) => {
            const made = await emptyDatabase(database, template);
            keep(() => made.remove());
            return made;
          },
        });
      });
  });
}

/** Last opened first; one that cannot be closed does not keep the others open. */
async function closeAll(closings: Closing[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closings.splice(0).toReversed())
    await close().catch((reason: unknown) => {
      failures.push(reason);
    });
  if (failures.length > 0) throw failures[0];
}
