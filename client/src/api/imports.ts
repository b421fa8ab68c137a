import { write } from './request.ts';

/** A cell or a row that cannot be taken in, and what to do about it, in the reader's language. */
export interface ImportProblem {
  readonly file: string;
  readonly line: number;
  /** As the file's heading writes it; empty for whole rows and files. */
  readonly column: string;
  readonly value: string;
  readonly remedy: string;
}

type Value = string | number | boolean | null;

export interface ImportChange {
  readonly kind: string;
  readonly key: string;
  readonly action: 'add' | 'change' | 'remove';
  readonly fields: Readonly<Record<string, Value>>;
  readonly before: Readonly<Record<string, Value>>;
}

/** The preview of an import, and exactly what applying it does. */
export interface ImportPlan {
  readonly changes: readonly ImportChange[];
  readonly problems: readonly ImportProblem[];
  readonly fingerprint: string;
}

export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

export const planImport = (files: readonly ImportFile[]): Promise<ImportPlan> =>
  write<ImportPlan>('POST', '/import/plan', { files });

/** Refused when the files or the school changed since the preview. */
export const applyImport = (files: readonly ImportFile[], fingerprint: string): Promise<ImportPlan> =>
  write<ImportPlan>('POST', '/import', { files, fingerprint });
