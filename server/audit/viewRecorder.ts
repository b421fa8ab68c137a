import type { Database } from '../db/database.ts';
import { failureOf } from '../events/failure.ts';
import type { Log } from '../events/log.ts';
import { createLoop } from '../events/loop.ts';
import { addViews, type ViewRow } from './store/views.ts';

export interface ViewRecorder {
  /** Remembers that somebody saw something of these people. Costs the request no write. */
  saw(actorId: string, what: string, personIds: readonly string[]): void;
  start(): void;
  /** Writes what is remembered. */
  flush(): Promise<void>;
  /** Writes the rest. */
  stop(): Promise<void>;
}

export interface ViewRecorderParts {
  readonly database: Pick<Database, 'write'>;
  readonly clock: () => Date;
  readonly newId: () => string;
  readonly log: Log;
  readonly everyMs?: number;
  /** Written at once when so many wait. */
  readonly most?: number;
}

type Seen = Omit<ViewRow, 'id'>;

/** As long as this is remembered only in memory; what a killed process saw last is lost. */
const usualMs = 3_000;
const usualMost = 20_000;

/** Gathers views and writes them in batches: a page that is read ten times a minute is one row a day. */
export function createViewRecorder(parts: ViewRecorderParts): ViewRecorder {
  const { database, clock, newId, log, everyMs = usualMs, most = usualMost } = parts;
  let waiting = new Map<string, Seen>();

  const remember = (seen: Seen): void => {
    const key = [seen.aboutPersonId, seen.actorId, seen.what, seen.seenOn].join(' ');
    const known = waiting.get(key);
    waiting.set(key, known ? joined(known, seen) : seen);
  };

  async function write(): Promise<void> {
    if (waiting.size === 0) return;
    const batch = [...waiting].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen);
    waiting = new Map();
    try {
      await database.write((trx) =>
        addViews(
          trx,
          batch.map((seen) => ({ ...seen, id: newId() })),
        ),
      );
    } catch (reason) {
      // Tried again with the next batch; a database that stays away must not fill the memory.
      if (waiting.size + batch.length <= most) for (const seen of batch) remember(seen);
      log.error({ failure: failureOf(reason), views: batch.length }, 'Views could not be written');
    }
  }

  const loop = createLoop(write, everyMs, () => undefined);
  return {
    saw(actorId, what, personIds) {
      const at = clock();
      for (const aboutPersonId of personIds)
        if (aboutPersonId !== actorId)
          remember({ actorId, aboutPersonId, what, seenOn: dayOf(at), firstAt: at, lastAt: at, times: 1 });
      if (waiting.size >= most) loop.wake();
    },
    start: loop.start,
    flush: loop.run,
    stop: async () => {
      await loop.stop();
      await write();
    },
  };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const joined = (a: Seen, b: Seen): Seen => ({
  ...a,
  firstAt: new Date(Math.min(a.firstAt.getTime(), b.firstAt.getTime())),
  lastAt: new Date(Math.max(a.lastAt.getTime(), b.lastAt.getTime())),
  times: a.times + b.times,
});
