/** One annealing of a search. */
export interface Cycle {
  readonly hottest: number;
  readonly coldest: number;
  /** Moves. */
  readonly length: number;
  /** Forbids every rise of hard cost. */
  readonly hardForbidden: boolean;
}

export interface Cycles {
  /** What comes next, given the cost of the best timetable. */
  next(best: { readonly hard: number; readonly soft: number }): Cycle;
  /** Moves that the last cycle took. */
  took(moves: number): void;
}

/** Moves of the first annealing, per activity. */
const FIRST_CYCLE = 500;
/** Measured on the .fet examples: hot enough to place the last lessons, cool enough to keep the rest of what was placed. */
const MENDING = { hottest: 0.5, coldest: 0.12 };
/** Once nothing hard is broken: hot enough to leave a local minimum of soft costs, cold enough to settle in the next. */
const AFRESH = { hottest: 1.5, coldest: 0.06 };
/** Soft cost from which on a timetable is nearly perfect: some two or three wishes. */
const NEARLY_PERFECT = 2;
/** Only as hot as it takes to look around the best timetable. */
const NEARBY = { hottest: 0.5, coldest: 0.06 };

/**
 * The annealings of a search, each from the best timetable so far. Those that mend hard conflicts, or look for quite another timetable, take twice
 * as long each time. When the best is nearly perfect, half of the time goes to short ones nearby, of lengths 1 1 2 1 1 2 4 ... (Luby, Sinclair, Zuckerman
 * 1993): it becomes perfect by many tries rather than by a long one. Measured on planted schools: either kind alone fails on some that the
 * other one solves; on Italy 479, which has many wishes left, short ones only take time away.
 */
export function cyclesFor(activities: number): Cycles {
  const unit = FIRST_CYCLE * Math.max(20, activities);
  let long = unit;
  let afresh = 0;
  let nearby = 0;
  /** Moves spent afresh beyond those spent nearby. */
  let ahead = 0;
  let sign = 0;
  const doubled = (): number => {
    const length = long;
    long *= 2;
    return length;
  };
  return {
    next: ({ hard, soft }) => {
      sign = hard > 0 || soft > NEARLY_PERFECT ? 0 : 1;
      if (hard > 0) return { ...MENDING, length: doubled(), hardForbidden: false };
      if (sign === 0 || ahead <= 0) return { ...AFRESH, length: doubled(), hardForbidden: afresh++ % 2 === 1 };
      sign = -1;
      nearby += 1;
      return { ...NEARBY, length: unit * luby(nearby), hardForbidden: nearby % 2 === 0 };
    },
    took: (moves) => {
      ahead += sign * moves;
    },
  };
}

/** Element i (from 1) of 1 1 2 1 1 2 4 1 1 2 1 1 2 4 8 ... */
function luby(i: number): number {
  let block = 1;
  while (2 * block - 1 < i) block *= 2;
  return i === 2 * block - 1 ? block : luby(i - block + 1);
}
