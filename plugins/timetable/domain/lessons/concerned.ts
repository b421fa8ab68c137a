import type { Lesson } from './lesson.ts';

/** How long a student learns in a course; `untilOn` is the last day. */
export interface Stay {
  readonly courseId: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/** Looks up who learns in a course on a date. */
export type StudentsOn = (courseId: string, on: string) => readonly string[];

/** Indexes stays by course, so that thousands of lessons can be asked for their students. */
export function studentsOn(stays: readonly Stay[]): StudentsOn {
  const byCourse = new Map<string, Stay[]>();
  for (const stay of stays) {
    const list = byCourse.get(stay.courseId);
    if (list) list.push(stay);
    else byCourse.set(stay.courseId, [stay]);
  }
  return (courseId, on) => [
    ...new Set(
      (byCourse.get(courseId) ?? [])
        .filter(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn))
        .map(({ personId }) => personId),
    ),
  ];
}

/** Who learns in a lesson on a date: everybody of its course, or the one of them for whom it is held. */
export const learnersOf = (
  learn: StudentsOn,
  { courseId, forPersonId }: Pick<Lesson, 'courseId' | 'forPersonId'>,
  on: string,
): readonly string[] => learn(courseId, on).filter((id) => forPersonId === null || id === forPersonId);
