import type { ImportProblem } from './importProblem.ts';
import type { Fields, ImportRecord, Kind } from './records.ts';

/** One thing that the import adds, changes or takes away. */
export interface Change {
  readonly kind: Kind;
  /** The school's own key. */
  readonly key: string;
  readonly action: 'add' | 'change' | 'remove';
  /** What it becomes: all fields of a new one, the changed fields otherwise. */
  readonly fields: Fields;
  /** What the changed fields were. */
  readonly before: Fields;
}

/** The preview of an import, and exactly what applying it does. With any problem there are no changes. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly problems: readonly ImportProblem[];
  /** How many things of each kind the files name that stay as they are. */
  readonly leftAlone: Readonly<Partial<Record<Kind, number>>>;
  /** What the files say; remembered when the plan is carried out. */
  readonly records: readonly ImportRecord[];
  /** Differs when files or data differ in a way that matters. */
  readonly fingerprint: string;
}
