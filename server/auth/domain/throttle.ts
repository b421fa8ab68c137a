/** How often a thing has failed since its window began. */
export interface Count {
  readonly failures: number;
  readonly since: Date;
}

/** What is known of one attempt to sign in, this attempt counted already. */
export interface Attempts {
  /** This account from this address. */
  readonly pair: Count;
  /** This account from anywhere. */
  readonly account: Count;
  /** Any account from this address. */
  readonly address: Count;
  /** The account was entered from this address before. */
  readonly isKnown: boolean;
}

export interface Limits {
  readonly pair: number;
  readonly account: number;
  readonly address: number;
  readonly windowMs: number;
}

export type Verdict = { readonly kind: 'go' } | { readonly kind: 'wait'; readonly minutes: number };

/**
 * Whether an attempt may be made. A whole school may sit behind one address, and anybody may try a pupil's
 * login from elsewhere: whoever has signed in from this address before is kept out by their own failures
 * here only, never by a neighbour's or a stranger's.
 */
export function decideAttempt({ pair, account, address, isKnown }: Attempts, limits: Limits, now: Date): Verdict {
  const reached = [
    ...(pair.failures > limits.pair ? [pair] : []),
    ...(!isKnown && account.failures > limits.account ? [account] : []),
    ...(!isKnown && address.failures > limits.address ? [address] : []),
  ];
  const [first] = reached.map(({ since }) => since.getTime() + limits.windowMs).toSorted((a, b) => b - a);
  if (first === undefined) return { kind: 'go' };
  return { kind: 'wait', minutes: Math.max(1, Math.ceil((first - now.getTime()) / 60_000)) };
}
