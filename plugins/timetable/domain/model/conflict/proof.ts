/** Activities and hard rules that no timetable can satisfy together. */
export interface Proof {
  readonly activities: readonly string[];
  /** Ids of constraints. */
  readonly rules: readonly string[];
  /** The person, set, pool or room whose time does not suffice; null when it is about how the activities lie to each other. */
  readonly resource: string | null;
  /** Hours (or parts of hours) that are missing; 0 where that cannot be counted. */
  readonly missing: number;
}
