/** Hours of every week on a person's own clock; `24:00` ends a day. */
export interface Hours {
  readonly weekday: number;
  readonly from: string;
  readonly to: string;
}

const nextDay = (weekday: number): number => (weekday % 7) + 1;

/** Hours past midnight are written as two. */
const split = ({ weekday, from, to }: Hours): readonly Hours[] => {
  if (from < to) return [{ weekday, from, to }];
  const evening = { weekday, from, to: '24:00' };
  return to === '00:00' ? [evening] : [evening, { weekday: nextDay(weekday), from: '00:00', to }];
};

/** The hours that somebody has and those that were agreed, without overlaps: what touches becomes one. */
export function withAgreed(known: readonly Hours[], agreed: readonly Hours[]): readonly Hours[] {
  const all = [...known, ...agreed.flatMap(split)].sort(
    (a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
  const merged: Hours[] = [];
  for (const { weekday, from, to } of all) {
    const last = merged.at(-1);
    if (last && last.weekday === weekday && from <= last.to)
      merged[merged.length - 1] = { weekday, from: last.from, to: to > last.to ? to : last.to };
    else merged.push({ weekday, from, to });
  }
  return merged;
}
