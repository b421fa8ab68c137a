/*
 * Some acts want the password or a code once more. Whoever sends them need not know: the request waits while the
 * person is asked, and goes out again.
 */

type Answer = (proven: boolean) => void;

let waiting: readonly Answer[] = [];
const listeners = new Set<() => void>();

const publish = (next: readonly Answer[]): void => {
  waiting = next;
  for (const listener of listeners) listener();
};

export const isProofWanted = (): boolean => waiting.length > 0;

export function subscribeToProof(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when the person has given it, or would not. */
export const askForProof = (): Promise<boolean> => new Promise((answer) => publish([...waiting, answer]));

/** Lets every request go that waited for it. */
export function answerProof(proven: boolean): void {
  const answers = waiting;
  publish([]);
  for (const answer of answers) answer(proven);
}
