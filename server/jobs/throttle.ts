/** Passes on the latest of many values, at most once in so many milliseconds. */
export interface Throttle<T> {
  offer(value: T): void;
  /** Drops what waits, and resolves when what is being sent has been sent. */
  close(): Promise<void>;
}

export function createThrottle<T>(everyMs: number, send: (value: T) => Promise<void>): Throttle<T> {
  let waiting: { readonly value: T } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> = Promise.resolve();

  function flush(): void {
    timer = undefined;
    if (!waiting) return;
    const { value } = waiting;
    waiting = undefined;
    timer = setTimeout(flush, everyMs);
    sending = sending.then(() => send(value));
  }

  return {
    offer(value) {
      waiting = { value };
      if (!timer) flush();
    },
    close() {
      waiting = undefined;
      clearTimeout(timer);
      return sending;
    },
  };
}
