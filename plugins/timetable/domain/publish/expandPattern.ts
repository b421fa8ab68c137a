import { addDays, instantOf, occurrenceOn, type Term, weekdayOf } from '../../../../server/calendar/api.ts';
import { type Decision, type ExceptionDate, effectiveDecision, keyOf } from './decision.ts';
import type { Expand } from './expansion.ts';
import { type DatesContext, failingDates } from './failingDates.ts';
import type { PatternLesson } from './patternLesson.ts';

/** One dated lesson that a pattern asks for. */
export interface Target {
  readonly pattern: PatternLesson;
  /** Monday of the week to which it belongs, also when a decision put it elsewhere. */
  readonly weekOn: string;
  readonly on: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Put there by a decision for this date. */
  readonly isByHand: boolean;
}

export interface Expansion {
  readonly targets: readonly Target[];
  readonly exceptions: readonly ExceptionDate[];
}

/** Monday of a date's week. */
export const mondayOf = (on: string): string => addDays(on, 1 - weekdayOf(on));

/** All dated lessons of one lesson of the pattern within a term, exceptions decided or with their default. */
export function expandPattern(
  lesson: PatternLesson,
  zone: string,
  term: Term,
  context: DatesContext,
  decisions: ReadonlyMap<string, Decision>,
  expand: Expand,
): Expansion {
  const { courseId, nth, groupId, weekday, startsTime, minutes } = lesson;
  const pattern = { weekday, time: startsTime, minutes, zone };
  const occurrences = expand(pattern, term);
  const exceptions = failingDates(pattern, term, context, occurrences).map(
    ({ on, failures, proposal }): ExceptionDate => {
      const decision = decisions.get(keyOf({ courseId, nth, on })) ?? null;
      return { courseId, nth, on, groupId, startsTime, failures, proposal, decision };
    },
  );
  const byDate = new Map(exceptions.map((exception) => [exception.on, exception]));
  const targets = occurrences.flatMap(({ on, interval }): Target[] => {
    const exception = byDate.get(on);
    const decided = exception ? effectiveDecision(exception) : undefined;
    if (decided?.kind === 'cancel') return [];
    if (decided?.kind === 'move') return movedTarget(lesson, zone, on, decided);
    return interval ? [{ pattern: lesson, weekOn: mondayOf(on), on, ...interval, isByHand: false }] : [];
  });
  return { targets, exceptions };
}

/** The lesson at the decided wall time; at what clocks show instead when that one is skipped too. */
function movedTarget(
  pattern: PatternLesson,
  zone: string,
  from: string,
  to: { readonly on: string; readonly time: string },
): Target[] {
  const wall = instantOf(to, zone);
  const { on, time } = wall.kind === 'skipped' ? wall.instead : to;
  const { interval } = occurrenceOn(on, { time, minutes: pattern.minutes, zone });
  return interval ? [{ pattern, weekOn: mondayOf(from), on, ...interval, isByHand: true }] : [];
}
