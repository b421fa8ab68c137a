import { offsetIn } from './clockOffset.ts';
import type { Clock, PersonFacts, WeeklyWindow } from './facts.ts';
import { covering, merged, minutesOf, overlapping, spansOf, type WeekSpan } from './weekSpan.ts';

export type OwnReason = 'no-window' | 'busy-at-home-school';

/** The week of a person as one clock shows it: why the person cannot be online during all of these spans; undefined when it can. */
export type PersonWeek = (spans: readonly WeekSpan[]) => OwnReason | undefined;

/** Weekly hours only: dated exceptions are a matter of single dates, not of the pattern. */
export function personWeek(person: PersonFacts, clock: Clock): PersonWeek {
  const offset = offsetIn(clock, person.zone);
  const of = (kind: WeeklyWindow['kind']): readonly WeekSpan[] =>
    merged(
      person.weekly
        .filter((window) => window.kind === kind)
        .flatMap(({ weekday, from, to }) => spansOf(weekday, minutesOf(from), minutesOf(to) - minutesOf(from), offset)),
    );
  const online = of('online');
  const busy = of('busy');
  const isAlwaysOnline = !person.weekly.some(({ kind }) => kind === 'online');
  return (spans) => {
    if (overlapping(busy, spans)) return 'busy-at-home-school';
    return isAlwaysOnline || covering(online, spans) ? undefined : 'no-window';
  };
}
