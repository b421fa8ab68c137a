import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { Plan } from './domain/plan.ts';
import type { ImportFile } from './readers/textFiles.ts';
import type { Answers, NewImport, NewPiece, RunView } from './schemas/imports.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export type { ImportProblem } from './domain/importProblem.ts';
export type { Change, Plan } from './domain/plan.ts';
export type { ImportFile } from './readers/textFiles.ts';
export { bytesAPiece, type RunView } from './schemas/imports.ts';
export { csvFor } from './writers/tables.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** Bringing a school in from its spreadsheets; the forms are described in `forms/formats.ts`. */
export interface ImportApi {
  /** What an import of these files would change, or everything that is wrong with them. Asks for no rights. */
  plan(scope: ReadScope, files: readonly ImportFile[]): Promise<Plan>;
  /** Plans and applies few files in this transaction; with any problem refuses with `import/has-problems`. Asks for no rights. */
  importFiles(scope: WriteScope, files: readonly ImportFile[]): Promise<Plan>;
  /** The steps of a large import, as the page takes them. They ask for the right to import. */
  begin(scope: WriteScope, files: NewImport): Promise<RunView>;
  addPiece(scope: WriteScope, runId: string, piece: NewPiece): Promise<RunView>;
  planRun(scope: WriteScope, runId: string, answers: Answers): Promise<RunView>;
  applyRun(scope: WriteScope, runId: string, fingerprint: string): Promise<RunView>;
  show(scope: ReadScope, runId: string): Promise<RunView>;
  faults(scope: ReadScope, runId: string): Promise<{ items: readonly Fault[] }>;
}

/** A fault as it was stored. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly value: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export const importApi = apiRef<ImportApi>('import');
