import { databaseTitles } from './databaseTitles.ts';
import { type EmptyDatabase, emptyDatabase } from './emptyDatabase.ts';
import { type Keep, keeping } from './keeping.ts';
import type { Template } from './template.ts';

/** What a suite on one database gets. */
export interface Dialected {
  /** A copy of the template, which goes away with whoever opened it. */
  empty(template: Template): Promise<EmptyDatabase>;
  readonly keep: Keep;
}

/** Defines the same suite for SQLite and for PostgreSQL. */
export function eachDialect(title: string, define: (dialected: Dialected) => void): void {
  describe(title, () => {
    for (const database of databaseTitles)
      describe(database, () => {
        const keep = keeping();
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
