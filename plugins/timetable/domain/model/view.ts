import type { Activity } from './activity.ts';
import type { Place } from './place.ts';
import type { Resource } from './resource.ts';
import type { Case } from './score.ts';

/** An activity with the place that it has in the assignment under judgement. `end` is the hour after its last one. */
export interface Placed {
  readonly activity: Activity;
  readonly place: Place;
  readonly end: number;
  readonly atoms: readonly number[];
  readonly room: string | null;
}

/** One day of a resource. `closed` cells (breaks, hours in which it is not available) are stepped over by gap rules. */
export interface ResourceDay {
  readonly label: string;
  readonly week: number;
  readonly busy: readonly boolean[];
  readonly closed: readonly boolean[];
}

/** An assignment as constraints read it. Built afresh for each evaluation; shares nothing with the solver's counts. */
export interface TimetableView {
  readonly placed: readonly Placed[];
  at(activity: string): Placed | undefined;
  resource(id: string): Resource;
  /** Days of the resource's calendar, in order. */
  days(resource: string): readonly ResourceDay[];
  users(resource: string): readonly Placed[];
  /** Whether the cell of the grid is a break for everybody. */
  isBreak(grid: string, day: number, hour: number): boolean;
  isWaived(constraint: string, activity: string): boolean;
}

export type Evaluate<C> = (constraint: C, view: TimetableView) => Case[];

/** What every constraint has. It is hard when its weight is 100; weights are percent, as in FET. */
export interface ConstraintBase {
  readonly id: string;
  readonly weight: number;
}
