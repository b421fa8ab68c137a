import type { TextValue } from '../host/readableValues.ts';
import type { ReadScope } from '../host/scope.ts';

/** A week of one student; both dates are inclusive. */
export interface StudentWeek {
  readonly studentId: string;
  /** A Monday. */
  readonly fromOn: string;
  readonly untilOn: string;
}

/** One line of a section: the text `progress.<section>.<key>` of the plugin's locales, filled with these values. */
export interface SectionLine {
  readonly key: string;
  readonly values: Readonly<Record<string, TextValue>>;
}

/**
 * What a plugin can tell the parents of a student's week. It stands in the weekly progress note in the language of whoever
 * reads it, under the title `progress.<section>.title` of the plugin's locales.
 */
export interface ProgressSection {
  /** `<plugin>.<section>`. */
  readonly id: string;
  /** Lessons 10, what was missed 20, results 30, works 40, conversations 50. */
  readonly order: number;
  /** Facts only, and only what the student's guardians may know. Nothing to tell: the section is left out. */
  linesOf(scope: ReadScope, week: StudentWeek): Promise<readonly SectionLine[]>;
}

export const defineProgressSection = (section: ProgressSection): ProgressSection => section;
