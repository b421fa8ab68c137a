/** Answers in the order in which they came: how long each took, in milliseconds. */
export interface Steady {
  stop(): Promise<readonly number[]>;
}

/** Asks at a steady rate until told to stop, whether or not what was asked before has been answered. */
export function steadily(perSecond: number, ask: (nth: number) => Promise<unknown>): Steady {
  const times: number[] = [];
  const open = new Set<Promise<void>>();
  let nth = 0;
  const timer = setInterval(() => {
    const started = performance.now();
    const asked = ask(nth++).then(() => void times.push(performance.now() - started));
    open.add(asked);
    void asked.finally(() => open.delete(asked));
  }, 1000 / perSecond);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all(open);
      return times;
    },
  };
}

/** The value below which so large a share lies, to a tenth. */
export const share = (times: readonly number[], part: number): number =>
  Number((times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0).toFixed(1));
