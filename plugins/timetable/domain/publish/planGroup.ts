import type { Lesson } from '../lessons/lesson.ts';
import type { LessonChange } from './change.ts';
import type { Decision, ExceptionDate } from './decision.ts';
import { expandPattern, type Target } from './expandPattern.ts';
import type { Expand } from './expansion.ts';
import type { DatesContext } from './failingDates.ts';
import { matchWeek, type Rules } from './matchWeek.ts';
import type { PatternLesson } from './patternLesson.ts';

/** Everything that decides what publishing does to one group. */
export interface GroupToPlan extends Rules {
  readonly groupId: string;
  readonly zone: string;
  /** Local dates, both inclusive. */
  readonly term: { readonly firstOn: string; readonly lastOn: string };
  readonly pattern: readonly PatternLesson[];
  /** All lessons of the group in this term, cancelled ones too. */
  readonly lessons: readonly Lesson[];
  /** By course: its students, and the teacher of the pattern. */
  readonly contexts: ReadonlyMap<string, DatesContext>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly expand: Expand;
}

export interface GroupPlan {
  readonly groupId: string;
  readonly changes: readonly LessonChange[];
  /** Dates from the effective one on that need, or had, a decision. */
  readonly exceptions: readonly ExceptionDate[];
}

const nobody: DatesContext = { holidays: new Map(), people: [], alternatives: [], available: new Map() };

/** What publishing a pattern does to each lesson of a group. Preview and commit both ask this function. */
export function planGroup(group: GroupToPlan): GroupPlan {
  const expansions = group.pattern.map((lesson) => {
    const context = group.contexts.get(lesson.courseId) ?? nobody;
    return expandPattern(lesson, group.zone, group.term, context, group.decisions, group.expand);
  });
  const targets = groupBy(
    expansions.flatMap((one) => one.targets),
    ({ pattern, weekOn }: Target) => `${pattern.courseId} ${weekOn}`,
  );
  const lessons = groupBy(group.lessons, ({ courseId, weekOn }) => `${courseId} ${weekOn}`);
  const weeks = [...new Set([...targets.keys(), ...lessons.keys()])].sort();
  return {
    groupId: group.groupId,
    changes: weeks.flatMap((week) => matchWeek(lessons.get(week) ?? [], targets.get(week) ?? [], group)),
    exceptions: expansions.flatMap((one) => one.exceptions).filter(({ on }) => on >= group.effectiveOn),
  };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
