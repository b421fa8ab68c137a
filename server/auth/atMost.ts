/**
 * Runs works a few at a time, in the order in which they came. Password hashes would otherwise take every
 * thread of the pool that files and names also wait for, and a rush of sign-ins would slow everybody.
 */
export function atMost(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((go) => waiting.push(go));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
