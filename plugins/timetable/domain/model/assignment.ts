/** Where an activity is held. `room` is null when it needs none or none was given. */
export interface Placement {
  readonly place: string;
  readonly room: string | null;
}

/** Activity id to placement. An activity that is not in the map is unplaced. */
export type Assignment = ReadonlyMap<string, Placement>;
