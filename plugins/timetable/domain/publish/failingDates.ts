import {
  covers,
  type Interval,
  type Occurrence,
  type PatternContext,
  type ProposedException,
  proposeExceptions,
  type Term,
  type WeeklyPattern,
} from '../../../../server/calendar/api.ts';

/** What a search over many dates needs beside the pattern's context: when each person can be online, merged. */
export interface DatesContext extends PatternContext {
  readonly available: ReadonlyMap<string, readonly Interval[]>;
}

/**
 * The dates on which a pattern fails. A pattern that everybody can attend on all of its dates, or on none, fails on
 * holidays only; that is the usual case, and is seen without asking each date for its reasons.
 */
export function failingDates(
  pattern: WeeklyPattern,
  term: Term,
  context: DatesContext,
  occurrences: readonly Occurrence[],
): readonly ProposedException[] {
  if (!isRegular(occurrences, context)) return proposeExceptions(pattern, term, context);
  return occurrences.flatMap(({ on }): ProposedException[] => {
    const name = context.holidays.get(on);
    return name === undefined ? [] : [{ on, failures: [{ kind: 'holiday', name }], proposal: { kind: 'cancel' } }];
  });
}

function isRegular(occurrences: readonly Occurrence[], { people, available }: DatesContext): boolean {
  if (occurrences.some(({ interval }) => interval === undefined)) return false;
  return people.every(({ personId }) => {
    const free = available.get(personId) ?? [];
    const attended = occurrences.filter(({ interval }) => interval && covers(free, interval)).length;
    return attended === 0 || attended === occurrences.length;
  });
}
