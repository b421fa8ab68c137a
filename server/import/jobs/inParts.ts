/**
 * Does something with a long list part by part; `share` is how much of it was done before. What each one comes to is worked
 * out with its part, so that it is never there as a whole.
 */
export async function inParts<T, R>(
  list: readonly T[],
  atOnce: number,
  each: (one: T, nth: number) => readonly R[],
  work: (part: readonly R[], share: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < list.length; from += atOnce)
    await work(
      list.slice(from, from + atOnce).flatMap((one, at) => each(one, from + at)),
      from / list.length,
    );
}
