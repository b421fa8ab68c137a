/**
 * How a resource sees time: days in order, each with its cells in order. A cell is busy when any of its atoms is.
 * Daily limits, gaps, spans and rests are counted on cells.
 *
 * `week` numbers the week that a day belongs to; when zones shift inside a term, each clock regime is a week of its own
 * and weekly limits hold in each. An atom lies in at most one cell of a calendar; atoms in none are invisible to it.
 */
export interface Calendar {
  readonly id: string;
  readonly days: readonly CalendarDay[];
}

export interface CalendarDay {
  readonly label: string;
  readonly week: number;
  readonly cells: readonly CalendarCell[];
}

export interface CalendarCell {
  readonly label: string;
  readonly atoms: readonly number[];
}
