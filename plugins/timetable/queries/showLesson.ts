import type { ReadScope } from '../../../server/host/scope.ts';
import { lessonAs } from '../access/lessonAs.ts';
import type { Apis } from '../apis.ts';
import { learnersOf, studentsOn } from '../domain/lessons/concerned.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { LessonDetail } from '../schemas/lessons.ts';
import { historyOf } from '../store/lessonChanges.ts';
import { lessonViews } from './lessonViews.ts';
import { namesOf } from './names.ts';

/** A lesson with its history. */
export async function showLesson(apis: Apis, scope: ReadScope, id: string): Promise<LessonDetail> {
  const lesson = await lessonAs(apis.school, scope, id);
  const show = await lessonViews(apis, scope, [lesson]);
  const history = await historyOf(scope.db, [id]);
  const names = await namesOf(apis, scope.db, {
    people: history.flatMap(({ byPersonId, teacherId, fromTeacherId }) => [byPersonId, teacherId, fromTeacherId]),
    courses: [],
  });
  const place = (startsAt: Date | null, endsAt: Date | null, teacherId: string | null) =>
    startsAt && endsAt
      ? {
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          teacherName: teacherId === null ? null : names.person(teacherId),
        }
      : null;
  return {
    ...show(lesson, await studentOf(apis, scope, lesson)),
    history: history.map((change) => ({
      what: change.what,
      from: place(change.fromStartsAt, change.fromEndsAt, change.fromTeacherId),
      to: place(change.startsAt, change.endsAt, change.teacherId),
      byName: change.byPersonId === null ? null : names.person(change.byPersonId),
      at: change.happenedAt.toISOString(),
      reason: change.reason,
      how: change.publicationId ? 'publication' : change.rescheduleId ? 'reschedule' : 'by-hand',
    })),
  };
}

/** The student of this lesson for whom the actor acts: the actor, or one of the actor's children. */
async function studentOf(apis: Apis, scope: ReadScope, lesson: Lesson): Promise<string | null> {
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
