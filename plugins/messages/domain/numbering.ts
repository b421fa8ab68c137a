/** How far a conversation is. */
export interface Reached {
  readonly lastSeq: number;
  /** Since when somebody of a family has had no answer of the staff. */
  readonly askedAt: Date | null;
}

export interface Sent {
  readonly threadId: string;
  readonly authorId: string;
  /** Made by the author's device: the same again is the same message. */
  readonly clientId: string;
  readonly isByStaff: boolean;
}

/** `known`: stored before, or said earlier in the same set. */
export type Numbered = { readonly kind: 'new'; readonly seq: number } | { readonly kind: 'known' };

export const nameOfSent = ({ authorId, clientId }: Pick<Sent, 'authorId' | 'clientId'>): string =>
  `${authorId} ${clientId}`;

/**
 * Gives messages that arrived together the next numbers of their conversations, in the order in which they came, and tells how
 * far these are afterwards. Whoever speaks for the school answers what a family has asked; otherwise an answer is waited for from now on.
 */
export function numberMessages(
  sent: readonly Sent[],
  threads: ReadonlyMap<string, Reached>,
  stored: ReadonlySet<string>,
  now: Date,
): { readonly numbered: readonly Numbered[]; readonly reached: ReadonlyMap<string, Reached> } {
  const known = new Set(stored);
  const reached = new Map<string, Reached>();
  const numbered = sent.map((one): Numbered => {
    const thread = reached.get(one.threadId) ?? threads.get(one.threadId);
    if (!thread || known.has(nameOfSent(one))) return { kind: 'known' };
    known.add(nameOfSent(one));
    const seq = thread.lastSeq + 1;
    reached.set(one.threadId, { lastSeq: seq, askedAt: one.isByStaff ? null : (thread.askedAt ?? now) });
    return { kind: 'new', seq };
  });
  return { numbered, reached };
}
