import type { Request, RequestHandler } from 'express';
import { MemoryStore } from 'express-rate-limit';
import { generalLimit } from './security.ts';

/** How much one person may ask of this process in a minute, by whatever way it comes. */
export interface Ceiling {
  /** Counts requests by whoever sends them. */
  of(keyOf: (req: Request) => string): RequestHandler;
  /** Counts one more that is no request; false when it is one too many. */
  allows(key: string): Promise<boolean>;
}

export function createCeiling(perMinute: number): Ceiling {
  const store = new MemoryStore();
  return {
    of: (keyOf) => generalLimit(perMinute, keyOf, store),
    allows: async (key) => (await store.increment(key)).totalHits <= perMinute,
  };
}
