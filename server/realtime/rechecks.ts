import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';
import type { HubLimits } from './limits.ts';
import type { Watcher } from './watcher.ts';

/** Sees to it that open sockets keep only the rights that their persons have. */
export interface Rechecks {
  /** @param seen how many revocations had been heard when the watcher's rights were read. */
  add(watcher: Watcher, seen: number, disconnect: () => void): void;
  remove(watcher: Watcher): void;
  /** How many revocations have been heard. */
  revocations(): number;
  /** Rights were taken: whoever is concerned is asked again, and cut when that takes too long. */
  revoke(concerned: (watcher: Watcher) => boolean): void;
  /** Revocations may have been missed: everybody is asked again, a few at a time. */
  all(): Promise<void>;
  /** Called once a second; asks a share of all sockets again. */
  tick(): Promise<void>;
}

interface Watched {
  readonly disconnect: () => void;
  /** In which of the seconds of a period this socket is asked again. */
  readonly slot: number;
}

const lanes = 8;

export function createRechecks(limits: HubLimits, log: Log): Rechecks {
  const watched = new Map<Watcher, Watched>();
  let revocations = 0;
  let added = 0;
  let second = 0;
  let ticking = false;

  /** Spreads sockets that come together; one that comes alone is asked after almost a whole period. */
  function newSlot(): number {
    const early = added++ % limits.recheckSeconds;
    return (second + limits.recheckSeconds - 1 - early) % limits.recheckSeconds;
  }

  /** Fails closed: a socket whose rights cannot be read is disconnected, and connects again by itself. */
  async function revokeOne(watcher: Watcher, { disconnect }: Watched): Promise<void> {
    const deadline = setTimeout(disconnect, limits.revocationMs);
    try {
      await watcher.recheck();
    } catch (reason) {
      log.error({ failure: failureOf(reason) }, 'Rights could not be read after a revocation');
      disconnect();
    } finally {
      clearTimeout(deadline);
    }
  }

  /** While the database is away nothing can have been revoked, so that everybody stays. */
  async function recheckOne(watcher: Watcher): Promise<void> {
    try {
      await watcher.recheck();
    } catch (reason) {
      log.warn({ failure: failureOf(reason) }, 'Rights could not be read');
    }
  }

  return {
    add(watcher, seen, disconnect) {
      const one = { disconnect, slot: newSlot() };
      watched.set(watcher, one);
      if (seen !== revocations) void revokeOne(watcher, one);
    },
    remove: (watcher) => void watched.delete(watcher),
    revocations: () => revocations,
    revoke(concerned) {
      revocations++;
      for (const [watcher, one] of watched) if (concerned(watcher)) void revokeOne(watcher, one);
    },
    async all() {
      revocations++;
      const everyone = watched.keys();
      // The lanes share one iterator, so that each socket is taken once.
      const lane = async (): Promise<void> => {
        for (const watcher of everyone) await recheckOne(watcher);
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
    async tick() {
      if (ticking) return;
      ticking = true;
      const slot = second++ % limits.recheckSeconds;
      for (const [watcher, one] of watched) if (one.slot === slot) await recheckOne(watcher);
      ticking = false;
    },
  };
}
