/** A notice whose moment has come, as far as it decides what becomes of its signal. */
export interface DueSignal {
  readonly id: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly isRead: boolean;
  readonly isUrgent: boolean;
  /** Signals of its area are wanted, and the receiver may still know. */
  readonly isWanted: boolean;
}

export interface SignalPlan {
  /** One signal each, to every device of the person. */
  readonly single: readonly string[];
  /** One signal for all of them. */
  readonly together: readonly string[];
  readonly dropped: readonly string[];
  readonly waiting: readonly string[];
  readonly waitUntil: Date | undefined;
}

/** More than this at once are told as a number. */
const mostAtOnce = 3;
/** What could not be shown within a day is no news any more; the list in the product has it. */
const staleMs = 24 * 3600_000;

/** What becomes of a person's signals at this moment. */
export function planSignals(due: readonly DueSignal[], quietUntil: Date | undefined, now: Date): SignalPlan {
  const isLive = ({ isRead, isWanted, createdAt }: DueSignal): boolean =>
    isWanted && !isRead && now.getTime() - createdAt.getTime() < staleMs;
  const live = due.filter(isLive);
  const waiting = quietUntil ? live.filter(({ isUrgent }) => !isUrgent) : [];
  const shown = live.filter((one) => !waiting.includes(one));
  const single = shown.filter(({ isUrgent }) => isUrgent || shown.length <= mostAtOnce);
  const idsOf = (some: readonly DueSignal[]) => some.map(({ id }) => id);
  return {
    single: idsOf(single),
    together: idsOf(shown.filter((one) => !single.includes(one))),
    dropped: idsOf(due.filter((one) => !isLive(one))),
    waiting: idsOf(waiting),
    waitUntil: quietUntil,
  };
}
