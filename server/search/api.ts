import type { Knex } from 'knex';
import { apiRef } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { excerptOf, type Stretch } from './domain/excerpt.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** A text that can be found. */
export interface SearchText {
  /** `<plugin>.<thing>`: `forum.post`. */
  readonly owner: string;
  /** The thing's id. */
  readonly key: string;
  /** Where it stands: the id of the board or conversation that whoever searches must be allowed to read. */
  readonly place: string;
  /** Without markup. */
  readonly text: string;
  /** When this person is erased, the text is not found any more. */
  readonly authorId: string | null;
}

export interface Question {
  readonly owner: string;
  /** Places that the actor may read. The index asks for no rights: what is not named here is not found. */
  readonly places: readonly string[];
  /** As somebody typed it: every word must be there, in any form. */
  readonly words: string;
  /** The number of the last hit of the page before. */
  readonly before?: number;
  readonly limit: number;
}

export interface Hit {
  readonly key: string;
  /** Newer texts have higher numbers; an edit keeps the number. */
  readonly number: number;
}

/** One index of words for all modules, the same on both databases; who may find what is up to whoever asks. */
export interface SearchApi {
  /** Lets a text be found, or found by what it says now. */
  put(scope: Pick<WriteScope, 'db'>, text: SearchText): Promise<void>;
  /** The same of many texts, with a few statements. */
  putAll(scope: Pick<WriteScope, 'db'>, texts: readonly SearchText[]): Promise<void>;
  /** Lets texts be found no longer. */
  remove(scope: Pick<WriteScope, 'db'>, owner: string, keys: readonly string[]): Promise<void>;
  /** Puts texts into another place. */
  move(scope: Pick<WriteScope, 'db'>, owner: string, keys: readonly string[], place: string): Promise<void>;
  /** Newest first. */
  find(db: Knex, question: Question): Promise<readonly Hit[]>;
}

export const searchApi = apiRef<SearchApi>('search');
