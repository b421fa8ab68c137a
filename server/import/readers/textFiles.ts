import type { ToPlan } from '../planner/planImport.ts';
import { readCsv } from './readSources.ts';

/** A file as text, as programs make it. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** Texts as tables. */
export function readTexts(files: readonly ImportFile[]): ToPlan {
  const read = files.map(({ name, text }) => readCsv({ name, bytes: Buffer.from(text, 'utf8') }));
  return { sheets: read.flatMap(({ sheets }) => sheets), problems: read.flatMap(({ problems }) => problems) };
}
