/**
 * One lesson place of one weekly grid: "Tuesday, third lesson" of a group (or of a whole .fet file).
 *
 * `day` and `hour` are indices inside the grid; spread, order and "days between" rules read only them. `atoms` are the
 * pieces of time that a lesson of one hour takes there; clashes read only them, so that grids of different zones meet.
 */
export interface Place {
  readonly id: string;
  readonly grid: string;
  readonly day: number;
  readonly hour: number;
  readonly label: string;
  readonly atoms: readonly number[];
}

/** A start that an activity may take, with every atom that the whole activity then occupies (ascending, no repeats). */
export interface StartOption {
  readonly place: string;
  readonly atoms: readonly number[];
}
