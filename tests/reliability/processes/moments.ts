import type { Knex } from 'knex';

/** A moment of an import at which a process is killed; it is looked for at the end of each transaction. */
export interface Moment {
  isHere(db: Knex): Promise<boolean>;
  /** Otherwise right after the commit. */
  readonly isBeforeCommit: boolean;
}

const has = async (db: Knex, table: string, where: object = {}): Promise<boolean> =>
  (await db(table).where(where).first(db.raw('1 as one'))) !== undefined;

export const moments = {
  /** Part of what would change is written down for the page. */
  planning: { isHere: (db) => has(db, 'import_change'), isBeforeCommit: false },
  /** Part of what the files say is remembered, which does not count before the import is carried out. */
  storing: { isHere: (db) => has(db, 'import_said'), isBeforeCommit: false },
  /** Everything is carried out, and not committed. */
  committing: { isHere: (db) => has(db, 'import_run', { state: 'applied' }), isBeforeCommit: true },
  /** Everything is committed, and the files are not cleared away. */
  committed: { isHere: (db) => has(db, 'import_run', { state: 'applied' }), isBeforeCommit: false },
} as const satisfies Record<string, Moment>;

export type MomentName = keyof typeof moments;

export const isMoment = (name: string): name is MomentName => name in moments;
