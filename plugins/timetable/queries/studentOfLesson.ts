import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';

/** The student of this lesson for whom the actor acts: the actor, or one of the actor's children. */
export async function studentOfLesson(
  apis: Pick<Apis, 'school'>,
  scope: ReadScope,
  lesson: Lesson,
): Promise<string | null> {
  const { courseId, on } = lesson;
  const { actor } = scope;
  const own = new Set(
    actor.grants.flatMap(({ role, scope: reach }) =>
      (role === 'student' && reach.kind === 'self') || (reach.kind === 'child' && reach.mayAct) ? [reach.id] : [],
    ),
  );
  if (own.size === 0) return null;
  const stays = await apis.school.studentsOfCourses(scope.db, [courseId], { fromOn: on, untilOn: on });
  return learnersOf(studentsOn(stays), lesson, on).find((id) => own.has(id)) ?? null;
}
