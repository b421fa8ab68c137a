import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { ImportFile } from './csv/rows.ts';
import type { Plan } from './domain/plan.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export type { ImportFile } from './csv/rows.ts';
export type { ImportProblem } from './domain/importProblem.ts';
export type { Change, Plan } from './domain/plan.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** Bringing a school in from its spreadsheets; the files are described in `csv/formats.ts`. Nothing here asks for rights. */
export interface ImportApi {
  /** What an import of these files would change, or everything that is wrong with them. */
  plan(scope: ReadScope, files: readonly ImportFile[]): Promise<Plan>;
  /** Plans and applies in this transaction; with any problem refuses with `import/has-problems`. */
  importFiles(scope: WriteScope, files: readonly ImportFile[]): Promise<Plan>;
}

export const importApi = apiRef<ImportApi>('import');
