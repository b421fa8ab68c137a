/** Does something with a long list part by part; `share` is how much of it was done before. */
export async function inParts<T>(
  list: readonly T[],
  atOnce: number,
  work: (part: readonly T[], share: number) => Promise<unknown>,
): Promise<void> {
  for (let from = 0; from < list.length; from += atOnce)
    await work(list.slice(from, from + atOnce), from / list.length);
}
