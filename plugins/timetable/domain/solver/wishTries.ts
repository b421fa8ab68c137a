/** One try to keep more wishes by placing. */
export interface WishTry {
  /** Every wish anew, or one more than the best timetable keeps. */
  readonly kind: 'all' | 'one-more';
  /** Looks at starts. */
  readonly looks: number;
}

export interface WishTries {
  /** The next try, given that nothing hard is broken; null when it is time to anneal. */
  next(): WishTry | null;
  /** What a try took, and how many lessons found no place while wishes were rules. */
  tried(kind: WishTry['kind'], done: { readonly looks: number; readonly missing: number }): void;
  /** Moves that an annealing took. */
  annealed(moves: number): void;
}

/** Looks for each activity: of the first try to keep every wish (each later one has twice as many), and of tries for one wish. */
const ALL = 3000;
const ONE_MORE = 100;
/** Part of the activities that may be left without place for another try to keep every wish to be worth it. */
const PROMISING = 0.1;
/** Looks for each move of annealing. */
const SHARE = 0.5;
/** Tries for one wish between two annealings. */
const ROUND = 8;

/**
 * When wishes are tried as rules. Measured on planted schools of 3 to 30 groups: placing with every wish as a rule mostly comes out at once where all of them
 * can be kept, and leaves most lessons without place where they cannot (real schools' files), which takes a second at most.
 */
export function wishTriesFor(activities: number): WishTries {
  let all = ALL * activities;
  let isPromising = true;
  let owed = 0;
  let left = 0;
  return {
    next: () => {
      if (owed < 0) return null;
      if (isPromising) return { kind: 'all', looks: all };
      return left-- > 0 ? { kind: 'one-more', looks: ONE_MORE * activities } : null;
    },
    tried: (kind, { looks, missing }) => {
      // Beginning from a draft may take no look at all; making the rules takes its time nevertheless.
      owed -= Math.max(looks, activities);
      if (kind === 'one-more') return;
      // Who placed everything so has all that can be had: what is left are wishes that a lesson by itself cannot keep.
      isPromising = missing > 0 && missing < PROMISING * activities;
      all *= 2;
    },
    annealed: (moves) => {
      owed += SHARE * moves;
      left = ROUND;
    },
  };
}
