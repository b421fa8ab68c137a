import type { Constraint } from '../../model/constraint.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { DayCounts } from '../dayCounts.ts';

/** One addend of the cost: recounted when one of its activities moves. */
export interface Term {
  readonly kind: Constraint['kind'] | 'waiver';
  /** Judged from the places and rooms of its two activities alone. */
  readonly isPair?: boolean;
  /** Asks for lessons that are still missing: cannot be judged before all of its activities are placed. */
  readonly waits?: boolean;
  readonly hard: boolean;
  /** Percent, as in the model. */
  readonly weight: number;
  readonly activities: readonly number[];
  /** Smallest amount that it can have; below 0 only for waivers, which take clashes back. */
  readonly least: number;
  /** The amount at present, read from the search's counts. */
  readonly amount: () => number;
}

/** What terms read: where each activity is (option, or -1), its room (resource, or -1), and the days of resources. */
export interface Present {
  readonly compiled: Compiled;
  readonly days: DayCounts;
  readonly optionOf: Int32Array;
  readonly roomOf: Int32Array;
}
