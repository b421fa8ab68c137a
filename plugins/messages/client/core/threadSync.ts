import type { ChangePage, EarlierPage, MarkView, MessageView } from '../../schemas.ts';

/** What is known of a conversation here: all changes up to `last`. */
export interface ThreadSnapshot {
  readonly last: number;
  /** In the order of the conversation. */
  readonly messages: readonly MessageView[];
  /** Nothing was said before the first of them. */
  readonly isFirst: boolean;
}

export interface ThreadSource {
  changes(since: number): Promise<ChangePage>;
  earlier(before?: number): Promise<EarlierPage>;
}

export interface ThreadSyncParts {
  readonly source: ThreadSource;
  /** What this device kept of it. */
  load(): Promise<ThreadSnapshot | undefined>;
  save(snapshot: ThreadSnapshot): Promise<void>;
  onChange(): void;
  onMark?(mark: MarkView): void;
  onWord?(by: string, word: string): void;
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>;
}

/** One conversation on this device. */
export interface ThreadSync {
  /** Undefined until something is known, from the device or the server. */
  current(): ThreadSnapshot | undefined;
  /** Shows what the device kept. */
  open(): Promise<void>;
  /** Asks for whatever is missing; called after each joining of the topic, and when the person comes back to the page. */
  sync(): Promise<void>;
  /** What the topic tells: changes, a head, a mark, a word. */
  hear(news: unknown): void;
  /** A message that the server has answered with. */
  take(message: MessageView): void;
  earlier(): Promise<void>;
  close(): void;
}

interface News {
  readonly from?: number;
  readonly upTo?: number;
  readonly items?: readonly MessageView[];
  readonly head?: number;
  readonly mark?: MarkView;
  readonly word?: string;
  readonly by?: string;
}

const firstPauseMs = 500;
const longestPauseMs = 20_000;

export function createThreadSync(parts: ThreadSyncParts): ThreadSync {
  const { source } = parts;
  let state: ThreadSnapshot | undefined;
  let syncing: Promise<void> | undefined;
  let isSyncing = false;
  let isAskedAgain = false;
  let isClosed = false;

  function keep(next: ThreadSnapshot): void {
    state = next;
    parts.onChange();
    void parts.save(next).catch(() => undefined);
  }

  /** The next page of changes; on a device that knows nothing, the latest messages. */
  async function step(): Promise<boolean> {
    if (!state) {
      const page = await source.earlier();
      keep({ last: page.headSeq, messages: page.items, isFirst: page.isFirst });
      return true;
    }
    const page = await source.changes(state.last);
    keep({ ...state, last: Math.max(state.last, page.upTo), messages: merged(state, page.items) });
    return page.upTo >= page.headSeq;
  }

  async function run(): Promise<void> {
    let pauseMs = firstPauseMs;
    do {
      isAskedAgain = false;
      for (let isWhole = false; !isWhole && !isClosed; )
        try {
          isWhole = await step();
          pauseMs = firstPauseMs;
        } catch (cause) {
          if (isFinal(cause)) return;
          await parts.pause(pauseMs);
          pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        }
    } while (isAskedAgain && !isClosed);
  }

  function sync(): Promise<void> {
    if (isSyncing) isAskedAgain = true;
    else {
      isSyncing = true;
      syncing = run().finally(() => {
        isSyncing = false;
      });
    }
    return syncing ?? Promise.resolve();
  }

  /** The next changes are taken, known ones dropped, and behind a gap everything missing is asked for. */
  function apply({ from, upTo, items }: Required<Pick<News, 'from' | 'upTo' | 'items'>>): void {
    if (!state || from > state.last + 1) void sync();
    else if (upTo > state.last) keep({ ...state, last: upTo, messages: merged(state, items) });
  }

  return {
    current: () => state,
    async open() {
      state ??= await parts.load();
      if (state) parts.onChange();
    },
    sync,
    hear(raw) {
      const news: News = typeof raw === 'object' && raw ? raw : {};
      const { from, upTo, items, head, mark, word, by } = news;
      if (from !== undefined && upTo !== undefined && items) apply({ from, upTo, items });
      if (head !== undefined && head > (state?.last ?? 0)) void sync();
      if (mark) parts.onMark?.(mark);
      if (word !== undefined && by !== undefined) parts.onWord?.(by, word);
    },
    // Its number may be behind a gap: `last` stays, and what lies between is asked for.
    take(message) {
      if (!state) return void sync();
      const isNext = message.changedSeq === state.last + 1;
      keep({
        ...state,
        last: isNext ? message.changedSeq : state.last,
        messages: merged(state, [message]),
      });
      if (message.changedSeq > state.last) void sync();
    },
    async earlier() {
      const first = state?.messages[0];
      if (!state || state.isFirst || !first) return;
      const page = await source.earlier(first.seq);
      const now = state;
      keep({ ...now, messages: merged(now, page.items, true), isFirst: page.isFirst });
    },
    close() {
      isClosed = true;
    },
  };
}

/** 403 and 404: the conversation is no longer this person's. */
const isFinal = (cause: unknown): boolean =>
  typeof cause === 'object' && cause !== null && 'status' in cause && (cause.status === 403 || cause.status === 404);

/**
 * Each message once, in its latest form, in the order of the conversation. A change of a message that lies before all
 * that is kept here is left out: it comes with its page.
 */
function merged(state: ThreadSnapshot, items: readonly MessageView[], isEarlier = false): readonly MessageView[] {
  const byId = new Map(state.messages.map((message) => [message.id, message]));
  const first = state.messages[0]?.seq ?? 0;
  for (const item of items) {
    const known = byId.get(item.id);
    if (known ? item.changedSeq > known.changedSeq : isEarlier || state.isFirst || item.seq > first)
      byId.set(item.id, item);
  }
  return [...byId.values()].toSorted((a, b) => a.seq - b.seq);
}
