/** `students` is a set that is always together (a group, a subgroup, one student); `pool` has seats (meeting rooms at once);
 * `profile` is only counted, such as "this teacher's lessons with this tag". */
export type ResourceKind = 'teacher' | 'students' | 'room' | 'pool' | 'profile';

/**
 * Somebody or something that activities use. Activities name their resources; a room is used through the placement.
 *
 * `atOnce` is how many activities may use it in one atom (1 for people and rooms; null: never counted as a clash).
 * `copies` says how many equal sets it stands for (identical subgroups are merged); costs are multiplied by it.
 */
export interface Resource {
  readonly id: string;
  readonly kind: ResourceKind;
  readonly label: string;
  readonly calendar: string;
  readonly atOnce: number | null;
  readonly copies: number;
  /** Seats of a room; null: any number. */
  readonly seats: number | null;
  /** Building of a room; null: unknown. */
  readonly building: string | null;
}
