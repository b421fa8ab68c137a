import type { Knex } from 'knex';

export interface LessonCounts {
  readonly placed: number;
  readonly total: number;
}

/** How many lessons the courses of each draft have a week, and how many of them have a place. */
export async function lessonCounts(db: Knex, draftIds: readonly string[]): Promise<ReadonlyMap<string, LessonCounts>> {
  const totals: { draftId: string; total: number | string }[] = await db('timetable_draft_group as part')
    .join('school_course as course', 'course.groupId', 'part.groupId')
    .whereIn('part.draftId', draftIds)
    .where('course.isActive', true)
    .groupBy('part.draftId')
    .select({ draftId: 'part.draftId' })
    .sum({ total: 'course.lessonsAWeek' });
  const placed: { draftId: string; placed: number | string }[] = await db('timetable_draft_lesson as lesson')
    .join('school_course as course', 'course.id', 'lesson.courseId')
    .whereIn('lesson.draftId', draftIds)
    .where('course.isActive', true)
    .whereNotNull('lesson.weekday')
    .whereRaw('lesson.nth <= course.lessons_a_week')
    .groupBy('lesson.draftId')
    .select({ draftId: 'lesson.draftId' })
    .count({ placed: '*' });
  const placedOf = new Map(placed.map((row) => [row.draftId, Number(row.placed)]));
  return new Map(
    totals.map(({ draftId, total }) => [draftId, { placed: placedOf.get(draftId) ?? 0, total: Number(total) }]),
  );
}
