/** The clock of a demo: it goes as time does, but for what is made as of a moment of its past. */
export interface DemoClock {
  readonly read: () => Date;
  /** Lets it stand at a moment until the work is done. */
  at<T>(moment: Date, work: () => Promise<T>): Promise<T>;
}

export function createDemoClock(now: () => Date): DemoClock {
  let standing: Date | undefined;
  return {
    read: () => standing ?? now(),
    at: async (moment, work) => {
      const before = standing;
      standing = moment;
      try {
        return await work();
      } finally {
        standing = before;
      }
    },
  };
}
