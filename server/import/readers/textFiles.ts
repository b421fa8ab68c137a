import type { ToPlan } from '../planner/planImport.ts';
import { readSources } from './readSources.ts';

/** A file as text, as programs make it. */
export interface ImportFile {
  readonly name: string;
  readonly text: string;
}

/** Texts as tables. */
export const readTexts = (files: readonly ImportFile[]): ToPlan =>
  readSources(files.map(({ name, text }) => ({ name, bytes: Buffer.from(text, 'utf8') })));
