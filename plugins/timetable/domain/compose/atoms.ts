import { offsetIn } from './clockOffset.ts';
import type { Clock, ComposeFacts } from './facts.ts';
import { minutesOf, spansOf, type WeekSpan } from './weekSpan.ts';

/** A stretch of wall time of one zone that is asked about. */
export interface WallStretch {
  readonly zone: string;
  readonly weekday: number;
  readonly startsTime: string;
  readonly minutes: number;
}

/** The elementary pieces of the UTC week: clashes are counted on them, so that grids of different zones meet. */
export interface Atoms {
  readonly count: number;
  /** The pieces that a stretch takes, under every clock, ascending. */
  of(stretch: WallStretch): readonly number[];
  /** Where a piece lies. */
  readonly pieces: readonly { readonly clock: Clock; readonly start: number }[];
}

/** Clocks under which the zones stand differently to each other; the same distances give the same clashes. */
function distinctClocks(clocks: readonly Clock[], zones: readonly string[]): readonly Clock[] {
  const seen = new Map<string, Clock>();
  for (const clock of clocks) {
    const first = offsetIn(clock, zones[0] ?? 'UTC');
    const key = zones.map((zone) => offsetIn(clock, zone) - first).join();
    if (!seen.has(key)) seen.set(key, clock);
  }
  return [...seen.values()];
}

const spansUnder = (stretch: WallStretch, clock: Clock): readonly WeekSpan[] =>
  spansOf(stretch.weekday, minutesOf(stretch.startsTime), stretch.minutes, offsetIn(clock, stretch.zone));

/** Cuts the week at every begin and end of the stretches, once for each clock. */
export function atomsOf({ clocks }: Pick<ComposeFacts, 'clocks'>, stretches: readonly WallStretch[]): Atoms {
  const zones = [...new Set(stretches.map(({ zone }) => zone))].sort();
  const pieces: { readonly clock: Clock; readonly start: number }[] = [];
  const weeks =
    zones.length === 0
      ? []
      : distinctClocks(clocks, zones).map((clock) => {
          const spans = stretches.flatMap((stretch) => spansUnder(stretch, clock));
          const cuts = [...new Set(spans.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
          const ids = new Map<number, number>();
          for (const start of cuts) {
            if (!spans.some((span) => span.start <= start && start < span.end)) continue;
            ids.set(start, pieces.length);
            pieces.push({ clock, start });
          }
          return { clock, starts: [...ids] };
        });
  const of = (stretch: WallStretch): readonly number[] =>
    weeks.flatMap(({ clock, starts }) => {
      const spans = spansUnder(stretch, clock);
      return starts.flatMap(([start, id]) =>
        spans.some((span) => span.start <= start && start < span.end) ? [id] : [],
      );
    });
  return { count: pieces.length, of, pieces };
}
