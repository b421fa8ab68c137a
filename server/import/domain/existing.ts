import type { Fields, ImportRecord } from './records.ts';

/** What is in the database, and what imports have put there so far; both by `nameOf`. */
export interface Existing {
  readonly records: ReadonlyMap<string, ImportRecord>;
  /** The last values that a file gave. Whatever differs from them now was changed by hand, and stays. */
  readonly memory: ReadonlyMap<string, Fields>;
}

export const nothingYet: Existing = { records: new Map(), memory: new Map() };
