/** A message as far as it matters who answered it. */
export interface Said {
  readonly sentAt: Date;
  readonly isDeleted: boolean;
  /** Written by those whose answer is waited for. */
  readonly isAnswer: boolean;
}

/** Messages of a time that nobody of the other side has answered until now; in the order of the conversation. */
export function unansweredIn(said: readonly Said[], from: Date, before: Date): readonly Said[] {
  const lastAnswer = said.findLastIndex(({ isAnswer, isDeleted }) => isAnswer && !isDeleted);
  return said.slice(lastAnswer + 1).filter(({ isDeleted, sentAt }) => !isDeleted && sentAt >= from && sentAt < before);
}
