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

/** Looks for each activity: of the first try to keep every wish, and how many times as many each later one has; of tries for one wish. */
const ALL = 500;
const GROWTH = 4;
const ONE_MORE = 100;
/** Part of the activities that may be left without place for another try to keep every wish to be worth it. */
const PROMISING = 0.25;
/** Looks for each move of annealing. */
const SHARE = 0.5;
/** Tries for one wish between two annealings. */
const ROUND = 8;
/** Making the rules cannot be interrupted: beyond this it would hold up whoever says stop. */
const MOST_ACTIVITIES = 4000;

/**
 * When wishes are tried as rules. Measured on planted schools of 3 to 30 groups: placing with every wish as a rule mostly comes out at once where all of them
 * can be kept, and leaves most lessons without place where they cannot (real schools' files), which the first, short try finds out.
 */
export function wishTriesFor(activities: number): WishTries {
  let all = ALL * activities;
  let isPromising = true;
  let owed = 0;
  let left = 0;
  return {
    next: () => {
      if (owed < 0 || activities > MOST_ACTIVITIES) return null;
      if (isPromising) return { kind: 'all', looks: all };
      return left-- > 0 ? { kind: 'one-more', looks: ONE_MORE * activities } : null;
    },
    tried: (kind, { looks, missing }) => {
      // Beginning from a draft may take no look at all; making the rules takes its time nevertheless.
      owed -= Math.max(looks, activities);
      if (kind === 'one-more') return;
      // Who placed everything so has all that can be had: what is left are wishes that a lesson by itself cannot keep.
      isPromising = missing > 0 && missing < PROMISING * activities;
      all *= GROWTH;
    },
    annealed: (moves) => {
      owed += SHARE * moves;
      left = ROUND;
    },
  };
}
