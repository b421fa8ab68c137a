/** Work that runs when woken and at intervals, never twice at once. */
export interface Loop {
  /** Runs soon; a wake during a run makes it run once more. Ignored until started. */
  wake(): void;
  start(): void;
  /** Resolves when the run in progress has ended; nothing runs afterwards. */
  stop(): Promise<void>;
  /** Runs now, started or not, and resolves when nothing is running. */
  run(): Promise<void>;
}

/** @param everyMs how long to wait between runs when nobody wakes the loop, in milliseconds. */
export function createLoop(work: () => Promise<void>, everyMs: number, onError: (reason: unknown) => void): Loop {
  let state: 'idle' | 'started' | 'stopped' = 'idle';
  let woken = false;
  let current: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function spin(): Promise<void> {
    try {
      while (woken) {
        woken = false;
        await work().catch(onError);
      }
    } finally {
      current = undefined;
    }
  }

  function run(): Promise<void> {
    woken = true;
    current ??= spin();
    return current;
  }

  const wake = (): void => {
    if (state === 'started') void run();
  };

  return {
    wake,
    run,
    start() {
      if (state === 'started') return;
      state = 'started';
      timer = setInterval(wake, everyMs);
      wake();
    },
    async stop() {
      state = 'stopped';
      clearInterval(timer);
      woken = false;
      await current;
    },
  };
}
