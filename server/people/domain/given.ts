type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** A change without what was not sent, so that it keeps its value. */
export function given<T extends object>(change: T): Partial<Given<T>> {
  const sent: Partial<Given<T>> = { ...change };
  for (const key in sent) if (sent[key] === undefined) delete sent[key];
  return sent;
}
