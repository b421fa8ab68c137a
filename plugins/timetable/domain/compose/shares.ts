import type { Composed } from './compose.ts';
import type { Explanation } from './explain.ts';
import { type LessonKey, lessonId } from './lesson.ts';

/** Somebody's or something's part of the score. */
export interface Share<Subject> {
  readonly subject: Subject;
  readonly hard: number;
  readonly soft: number;
}

/** The score over again, by lesson, by group and by teacher. Each sums up to the score, but for `rest`. */
export interface Shares {
  readonly lessons: readonly Share<LessonKey>[];
  readonly groups: readonly Share<string>[];
  /** Null: lessons without a teacher. */
  readonly teachers: readonly Share<string | null>[];
  /** What no lesson of the draft has a part in. */
  readonly rest: { readonly hard: number; readonly soft: number };
}

/** A case's cost is shared equally by its lessons; groups and teachers have what their lessons have. Costliest first. */
export function sharesOf({ lessons }: Pick<Composed, 'lessons'>, { constraints }: Explanation): Shares {
  const byLesson = new Map<string, Sum>();
  const rest = { hard: 0, soft: 0 };
  for (const { hard, weight, cases } of constraints)
    for (const one of cases) {
      const cost = hard ? one.amount : (one.amount * weight) / 100;
      const own = [...new Set(one.lessons.map(lessonId))].filter((id) => lessons.has(id));
      const side = hard ? 'hard' : 'soft';
      if (own.length === 0) rest[side] += cost;
      for (const id of own) add(byLesson, id, side, cost / own.length);
    }
  const groups = new Map<string, Sum>();
  const teachers = new Map<string, Sum>();
  for (const [id, sum] of byLesson) {
    const course = lessons.get(id)?.course;
    for (const side of ['hard', 'soft'] as const) {
      add(groups, course?.groupId ?? '', side, sum[side]);
      add(teachers, course?.teacherId ?? '', side, sum[side]);
    }
  }
  return {
    lessons: sorted(byLesson).flatMap(({ subject, ...sum }) => {
      const lesson = lessons.get(subject);
      return lesson ? [{ subject: { courseId: lesson.courseId, nth: lesson.nth }, ...sum }] : [];
    }),
    groups: sorted(groups),
    teachers: sorted(teachers).map(({ subject, ...sum }) => ({ subject: subject || null, ...sum })),
    rest,
  };
}

interface Sum {
  hard: number;
  soft: number;
}

function add(sums: Map<string, Sum>, key: string, side: keyof Sum, cost: number): void {
  const sum = sums.get(key) ?? { hard: 0, soft: 0 };
  sum[side] += cost;
  sums.set(key, sum);
}

const sorted = (sums: ReadonlyMap<string, Sum>): Share<string>[] =>
  [...sums]
    .map(([subject, sum]) => ({ subject, ...sum }))
    .sort((a, b) => b.hard - a.hard || b.soft - a.soft || (a.subject < b.subject ? -1 : 1));
