import type { Values, YearItem } from './yearPlan.ts';

/** What there is now of an item: its values, null when it is gone; and whether something made since stands in its way. */
export interface Present {
  readonly values: Values | null;
  readonly isBlocked: boolean;
}

const same = (a: Values | null, b: Values | null): boolean =>
  a === null || b === null ? a === b : Object.entries(b).every(([name, value]) => a[name] === value);

/** What of a change can be taken back: only what nobody has touched since. The rest stays as it is, and is listed. */
export function decideUndo(
  items: readonly YearItem[],
  presentOf: (item: YearItem) => Present,
): { readonly restore: readonly YearItem[]; readonly keep: readonly YearItem[] } {
  const restore: YearItem[] = [];
  const keep: YearItem[] = [];
  for (const item of items) {
    const { values, isBlocked } = presentOf(item);
    (same(values, item.after) && !isBlocked ? restore : keep).push(item);
  }
  return { restore, keep };
}
