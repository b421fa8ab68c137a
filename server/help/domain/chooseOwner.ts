/** Somebody who could answer: how near to whom it concerns (0 is nearest), and how much waits for them already. */
export interface Candidate {
  readonly id: string;
  readonly rank: number;
  readonly waiting: number;
}

/** The nearest, of those the least laden; nobody answers their own question. Undefined when there is nobody. */
export function chooseOwner(candidates: readonly Candidate[], askerId: string): string | undefined {
  const [first] = candidates
    .filter(({ id }) => id !== askerId)
    .toSorted((a, b) => a.rank - b.rank || a.waiting - b.waiting || a.id.localeCompare(b.id));
  return first?.id;
}
