import { evaluate } from '../model/evaluate.ts';
import type { Score } from '../model/score.ts';
import type { Composed } from './compose.ts';
import type { RuleName } from './explain.ts';
import { type GridHour, sameHour } from './lesson.ts';
import type { LessonFacts } from './lessonPlaces.ts';
import { hourOfPlace } from './resourceIds.ts';
import { scoreByRule } from './scoreByRule.ts';

export interface Comparison {
  readonly scores: { readonly first: Score; readonly second: Score };
  readonly rules: { rule: RuleName; hard: boolean; first: number; second: number }[];
  /** Lessons that both have, at different places. */
  readonly lessons: readonly {
    readonly lesson: LessonFacts;
    readonly first: GridHour | null;
    readonly second: GridHour | null;
  }[];
  /** Who has one of these lessons, each counted once. */
  readonly people: { readonly students: number; readonly teachers: number };
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** What differs between two drafts, each judged by its own rules. */
export function comparison(first: Composed, second: Composed): Comparison {
  const scores = {
    first: evaluate(first.problem, first.current),
    second: evaluate(second.problem, second.current),
  };
  const both = [...first.lessons.values()].filter(({ id }) => second.lessons.has(id));
  const lessons = both.flatMap((lesson) => {
    const at = { first: hourIn(first, lesson.id), second: hourIn(second, lesson.id) };
    return sameHour(at.first, at.second) ? [] : [{ lesson, ...at }];
  });
  const courses = lessons.map(({ lesson }) => lesson.course);
  return {
    scores,
    rules: byRule(scores.first, scores.second),
    lessons,
    people: {
      students: new Set(courses.flatMap(({ studentIds }) => studentIds)).size,
      teachers: new Set(courses.flatMap(({ teacherId }) => teacherId ?? [])).size,
    },
    onlyFirst: first.lessons.size - both.length,
    onlySecond: second.lessons.size - both.length,
  };
}

function hourIn({ current }: Composed, id: string): GridHour | null {
  const placement = current.get(id);
  return (placement && hourOfPlace(placement.place)) ?? null;
}

function byRule(first: Score, second: Score): Comparison['rules'] {
  const costs = new Map<string, Comparison['rules'][number]>();
  for (const [side, score] of [['first', first] as const, ['second', second] as const])
    for (const { rule, hard, cost } of scoreByRule(score)) {
      const key = `${rule}/${hard}`;
      const known = costs.get(key) ?? { rule, hard, first: 0, second: 0 };
      costs.set(key, { ...known, [side]: cost });
    }
  return [...costs.values()];
}
