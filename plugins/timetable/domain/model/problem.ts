import type { Activity } from './activity.ts';
import type { Calendar } from './calendar.ts';
import type { Constraint } from './constraint.ts';
import type { Place } from './place.ts';
import type { Resource } from './resource.ts';
import type { Waiver } from './waiver.ts';

/**
 * A timetable to be made, from a .fet file or from a school's own data.
 *
 * Time is a set of `atoms` 0..atoms-1: cells of the grid for .fet, elementary intervals of the UTC week (per clock regime)
 * for a school with several zones. Any number of grids share them. Ids are strings here and integers inside the solver.
 * Built in: everything has to be placed, and no resource is used by more activities at once than its `atOnce`; the rest is
 * listed in `constraints`.
 */
export interface Problem {
  readonly atoms: number;
  readonly places: readonly Place[];
  readonly calendars: readonly Calendar[];
  readonly resources: readonly Resource[];
  readonly activities: readonly Activity[];
  readonly constraints: readonly Constraint[];
  readonly waivers: readonly Waiver[];
}
