import type { Language } from '../host/language.ts';
import { apiRef } from '../host/plugin.ts';
import type { ReadScope } from '../host/scope.ts';
import type { StudentWeek } from './section.ts';

// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { defineProgressSection, type ProgressSection, type SectionLine, type StudentWeek } from './section.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** Who will read a note. */
export interface NoteReader {
  readonly language: Language;
  readonly zone: string;
}

export interface ProgressApi {
  /**
   * Writes in Markdown, once in each language of its readers, what all plugins tell of a student's week, below what the writer
   * adds in their own words; those are never translated. The same facts give the same text. Asks for no rights.
   */
  noteOf(
    scope: ReadScope,
    about: StudentWeek & { readonly remark: string },
    readers: readonly NoteReader[],
  ): Promise<string>;
}

export const progressApi = apiRef<ProgressApi>('progress-note');
