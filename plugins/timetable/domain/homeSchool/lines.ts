/** How a lesson of a home school's students stands. */
export const lineStates = ['planned', 'moved', 'cancelled'] as const;
export type LineState = (typeof lineStates)[number];

/** One lesson as a home school receives it; dates and times as its own clocks show them. */
export interface HomeSchoolLine {
  readonly on: string;
  readonly startsTime: string;
  readonly endsTime: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly subgroupName: string | null;
  readonly teacherName: string | null;
  /** How many of its students learn in it. */
  readonly students: number;
  readonly state: LineState;
  /** When it was to be held before. */
  readonly movedFrom: { readonly on: string; readonly startsTime: string } | null;
}
