import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { seeLessons } from '../permissions.ts';
import type { LessonView } from '../schemas/lessons.ts';
import { excusesOfLessons } from '../store/excuses.ts';
import { namesOf } from './names.ts';

/** Looks up who need not come to a lesson. */
export type ExcusedFrom = (lesson: Lesson) => LessonView['excused'];

/**
 * Excused students of these lessons whom the actor reaches: a student and the family see their own only. A lesson that
 * was moved for itself, or is cancelled, excuses nobody.
 */
export async function excusedStudents(
  apis: Pick<Apis, 'people' | 'school'>,
  scope: ReadScope,
  lessons: readonly Lesson[],
): Promise<ExcusedFrom> {
  const usual = lessons.filter(({ isByHand, state }) => !isByHand && state === 'planned');
  const rows = await excusesOfLessons(
    scope.db,
    usual.map(({ id }) => id),
  );
  if (rows.length === 0) return () => [];
  const within = apis.school.studentIdsWithin(scope, scopesOf(scope.actor, seeLessons));
  const studentIds = [...new Set(rows.map(({ studentId }) => studentId))];
  const reached = new Set<string>(
    await scope.db.from(within.as('within')).whereIn('within.id', studentIds).pluck('within.id'),
  );
  const shown = rows.filter(({ studentId }) => reached.has(studentId));
  const names = await namesOf(apis, scope.db, {
    people: shown.flatMap(({ studentId, acceptedById }) => [studentId, acceptedById]),
    courses: [],
  });
  return ({ id }) =>
    shown
      .filter(({ lessonId }) => lessonId === id)
      .map(({ studentId, substituteKind, substituteText, acceptedById }) => ({
        student: { id: studentId, name: names.person(studentId) },
        substitute: { kind: substituteKind, text: substituteText },
        acceptedBy: names.person(acceptedById),
      }));
}
