/** How a thread tells the main thread that it wants to write, and that it has written. */
export interface TurnMessages {
  want(): void;
  written(): void;
}

/** Writes of a thread, one at a time, each when the main thread says so: SQLite has one write lock. */
export interface TurnsOfThread {
  alone<T>(write: () => Promise<T>): Promise<T>;
  /** The main thread lets the next write go. */
  mayWrite(): void;
}

export function createTurnsOfThread({ want, written }: TurnMessages): TurnsOfThread {
  let last: Promise<unknown> = Promise.resolve();
  let go: () => void = () => undefined;

  async function turn<T>(write: () => Promise<T>): Promise<T> {
    const may = new Promise<void>((resolve) => {
      go = resolve;
    });
    want();
    await may;
    try {
      return await write();
    } finally {
      written();
    }
  }

  return {
    alone(write) {
      const next = last.then(() => turn(write));
      last = next.catch(() => undefined);
      return next;
    },
    mayWrite: () => go(),
  };
}
