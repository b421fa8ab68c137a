/** A stretch of a run at one temperature. The levels that a run went through are its log: they repeat it exactly. */
export interface Level {
  readonly temperature: number;
  readonly steps: number;
}

/** What a run does next. */
export interface Schedule {
  /** The level after `done` steps; null ends the run. */
  next(done: number): Level | null;
  /** True in the middle of a level when the time is over. */
  isOver(): boolean;
}

export interface Cooling {
  /** First and last temperature, in units of cost; cooling between them is geometric. */
  readonly hottest: number;
  readonly coldest: number;
  readonly levels: number;
}

/** Long enough to measure the speed by, short enough to lose nothing. */
const FIRST_STEPS = 4096;

const temperatureOf = ({ hottest, coldest, levels }: Cooling, index: number): number =>
  hottest * (coldest / hottest) ** (index / Math.max(1, levels - 1));

/**
 * Cools down within some milliseconds of the clock that is handed in. How many steps a level takes follows from the measured speed and the
 * time that is left, so that the last temperature is reached just when the time is over, however fast the machine is.
 */
export function timedSchedule(cooling: Cooling, milliseconds: number, now: () => number): Schedule {
  const end = now() + milliseconds;
  let begun = now();
  let before = 0;
  let index = 0;
  return {
    next: (done) => {
      const moment = now();
      const left = end - moment;
      const isLast = index >= cooling.levels;
      const speed = (done - before) / Math.max(0.01, moment - begun);
      const wanted = index === 0 ? FIRST_STEPS : Math.round((speed * left) / (cooling.levels - index));
      begun = moment;
      before = done;
      return isLast || left <= 0 ? null : { temperature: temperatureOf(cooling, index++), steps: Math.max(1, wanted) };
    },
    isOver: () => now() >= end,
  };
}

/** Cools down within a number of steps: the same every time. */
export function stepSchedule(cooling: Cooling, steps: number): Schedule {
  let index = 0;
  return {
    next: (done) => {
      if (index >= cooling.levels) return null;
      const share = Math.floor((steps - done) / (cooling.levels - index));
      return { temperature: temperatureOf(cooling, index++), steps: share };
    },
    isOver: () => false,
  };
}

/** The levels of a log once more. */
export function replaySchedule(levels: readonly Level[]): Schedule {
  let index = 0;
  return { next: () => levels[index++] ?? null, isOver: () => false };
}
