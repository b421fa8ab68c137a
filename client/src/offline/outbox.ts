import type { Outgoing, PersonStore, Queued } from './personStore.ts';

/** What became of one attempt. */
export type Attempt =
  | { readonly kind: 'done'; readonly reply: unknown }
  | { readonly kind: 'refused'; readonly title: string; readonly remedy: string }
  /** The line, the server or the session is away: the same again later. */
  | { readonly kind: 'later' };

export interface OutboxParts {
  readonly store: PersonStore;
  /** One attempt; must not throw, and must end by itself however long the line is silent. */
  attempt(entry: Outgoing): Promise<Attempt>;
  /** Something was put in, sent, refused or taken out. */
  onChange(): void;
  onDone(entry: Outgoing, reply: unknown): void;
  /** Milliseconds, by this device's clock: for showing only. */
  now(): number;
  /** Resolves after so many milliseconds, or when it is worth trying at once; tests have their own. */
  pause(ms: number): Promise<void>;
  /** Runs the work while no other tab runs the same; at once where browsers cannot tell. */
  alone?<T>(name: string, work: () => Promise<T>): Promise<T>;
}

/**
 * What a person did without waiting for the server: kept on the device before it is shown as waiting, sent one by one in
 * each lane, again and again with the same id until the server has answered, through reloads and restarts.
 */
export interface Outbox {
  /** Resolves when it is safely kept, not when it is sent. */
  put(entry: Omit<Outgoing, 'refused' | 'at'>): Promise<void>;
  waiting(): Promise<readonly Queued[]>;
  /** Takes something out that was refused, or that its author no longer wants to send. */
  drop(id: string): Promise<void>;
  /** Tries again what was refused. */
  retry(id: string): Promise<void>;
  /** Sends whatever waits; called at the start and when the line may be back. */
  wake(): Promise<void>;
  close(): void;
}

const firstPauseMs = 500;
const longestPauseMs = 30_000;

export function createOutbox(parts: OutboxParts): Outbox {
  const { store } = parts;
  const alone = parts.alone ?? ((_name, work) => work());
  const running = new Set<string>();
  let isClosed = false;

  const firstOf = async (lane: string): Promise<Queued | undefined> => {
    const all = await store.getAllFromIndex('outbox', 'lane', lane);
    return all.find((entry): entry is Queued => !entry.refused);
  };

  /** One at a time: the next goes when the one before has been answered. */
  async function sendLane(lane: string): Promise<void> {
    let pauseMs = firstPauseMs;
    for (;;) {
      const entry = isClosed ? undefined : await firstOf(lane);
      if (!entry) return;
      const { nth, ...outgoing } = entry;
      const attempt = await parts.attempt(outgoing);
      if (isClosed) return;
      if (attempt.kind === 'later') {
        await parts.pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        continue;
      }
      pauseMs = firstPauseMs;
      if (attempt.kind === 'done') {
        // Told first, so that there is always either the waiting one or the sent one to be seen.
        parts.onDone(outgoing, attempt.reply);
        await store.delete('outbox', nth);
      } else {
        const { title, remedy } = attempt;
        await store.put('outbox', { ...entry, refused: { title, remedy } });
      }
      parts.onChange();
    }
  }

  /** Starts a lane that stands; one that runs sees what is new by itself. */
  function start(lane: string): void {
    if (running.has(lane) || isClosed) return;
    running.add(lane);
    void alone(lane, () => sendLane(lane))
      // A store that was closed under it: another page of this person goes on.
      .catch(() => undefined)
      .then(async () => {
        running.delete(lane);
        // Something may have come between the last look and the end.
        if (!isClosed && (await firstOf(lane).catch(() => undefined))) start(lane);
      });
  }

  const withId = (id: string) => store.getFromIndex('outbox', 'id', id);

  return {
    async put(entry) {
      await store.add('outbox', { ...entry, at: parts.now() });
      parts.onChange();
      start(entry.lane);
    },
    waiting: async () => (await store.getAll('outbox')) as readonly Queued[],
    async drop(id) {
      const entry = await withId(id);
      if (entry?.nth !== undefined) await store.delete('outbox', entry.nth);
      parts.onChange();
    },
    async retry(id) {
      const entry = await withId(id);
      if (!entry) return;
      const { refused: _refused, ...again } = entry;
      await store.put('outbox', again);
      parts.onChange();
      start(entry.lane);
    },
    async wake() {
      for (const { lane } of await store.getAll('outbox')) start(lane);
    },
    close() {
      isClosed = true;
    },
  };
}
