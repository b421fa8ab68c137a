/** One thing in somebody's week: a lesson, a consultation, an exam. */
export interface WeekEntry {
  readonly id: string;
  /** Instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The subject. */
  readonly title: string;
  /** Group, teacher, the child's name: in this order of need. */
  readonly details: readonly string[];
  readonly state: 'planned' | 'moved' | 'cancelled' | 'asked';
  /** Words for the state: "Moved from Tuesday, 10:00". */
  readonly stateText?: string;
  readonly joinUrl?: string;
}
