import { expandWeekly, type Occurrence, type Term, type WeeklyPattern } from '../../../../server/calendar/api.ts';

/** Every date of a pattern in a term, at what instants. */
export type Expand = (pattern: WeeklyPattern, term: Term) => readonly Occurrence[];

/** Expands each pattern once, because groups of one zone share most hours of their weeks. */
export function rememberedExpansion(): Expand {
  const known = new Map<string, readonly Occurrence[]>();
  return (pattern, term) => {
    const { weekday, time, minutes, zone } = pattern;
    const key = [weekday, time, minutes, zone, term.firstOn, term.lastOn].join(' ');
    const found = known.get(key) ?? expandWeekly(pattern, term);
    known.set(key, found);
    return found;
  };
}
