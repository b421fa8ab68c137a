import { offsetIn } from './clockOffset.ts';
import type { Clock, ComposeFacts } from './facts.ts';
import { minutesOf, spansOf } from './weekSpan.ts';

/** A stretch of wall time of one zone, for example a lesson that begins at one place of a grid. */
export interface WallStretch {
  readonly zone: string;
  readonly weekday: number;
  readonly startsTime: string;
  readonly minutes: number;
}

/** One atom: a moment of the week at which as many of the stretches as possible run at once, on one clock. */
export interface Moment {
  readonly clock: Clock;
  /** Minute of the UTC week. */
  readonly minute: number;
}

/** The engine's time: two stretches share an atom exactly when they overlap under some clock, whatever their zones. */
export interface Atoms {
  readonly moments: readonly Moment[];
  /** The atoms of a stretch, ascending. Empty for one that was not asked about in the beginning. */
  of(stretch: WallStretch): readonly number[];
}

const keyOf = ({ zone, weekday, startsTime, minutes }: WallStretch): string =>
  `${zone}/${weekday}/${startsTime}/${minutes}`;

/**
 * Finds the moments that matter: those just before one of the running stretches ends and after another began (the maximal
 * cliques of an interval graph). Moments of later clocks are left out when an earlier one has the same stretches together.
 */
export function atomsOf({ clocks }: Pick<ComposeFacts, 'clocks'>, stretches: readonly WallStretch[]): Atoms {
  const all = [...new Map(stretches.map((one) => [keyOf(one), one])).values()];
  const moments: Moment[] = [];
  const atoms = all.map((): number[] => []);
  for (const clock of clocks)
    for (const { minute, running } of busiest(all, clock)) {
      if (isKnown(running, atoms)) continue;
      for (const index of running) atoms[index]?.push(moments.length);
      moments.push({ clock, minute });
    }
  const byKey = new Map(all.map((one, index) => [keyOf(one), atoms[index] ?? []]));
  return { moments, of: (stretch) => byKey.get(keyOf(stretch)) ?? [] };
}

/** Whether one atom has all of these stretches already. */
function isKnown(running: ReadonlySet<number>, atoms: readonly (readonly number[])[]): boolean {
  const [first, ...others] = running;
  if (first === undefined) return true;
  return (atoms[first] ?? []).some((atom) => others.every((index) => atoms[index]?.includes(atom)));
}

interface Edge {
  readonly minute: number;
  readonly isStart: boolean;
  readonly index: number;
}

function busiest(
  stretches: readonly WallStretch[],
  clock: Clock,
): readonly { readonly minute: number; readonly running: ReadonlySet<number> }[] {
  const edges = stretches.flatMap((one, index) =>
    spansOf(one.weekday, minutesOf(one.startsTime), one.minutes, offsetIn(clock, one.zone)).flatMap(
      ({ start, end }): readonly Edge[] => [
        { minute: start, isStart: true, index },
        { minute: end, isStart: false, index },
      ],
    ),
  );
  // At one minute ends come first: a stretch that begins when another ends does not overlap it.
  edges.sort((a, b) => a.minute - b.minute || Number(a.isStart) - Number(b.isStart) || a.index - b.index);
  const running = new Set<number>();
  const found: { minute: number; running: ReadonlySet<number> }[] = [];
  let started: number | undefined;
  for (const { minute, isStart, index } of edges) {
    if (isStart) {
      running.add(index);
      started = minute;
      continue;
    }
    if (started !== undefined) found.push({ minute: started, running: new Set(running) });
    started = undefined;
    running.delete(index);
  }
  return found;
}
