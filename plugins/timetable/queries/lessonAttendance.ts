import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { seeLessons } from '../permissions.ts';
import type { LessonDetail } from '../schemas/lessons.ts';
import { namesOf } from './names.ts';

/**
 * Who came to a lesson and for how long, as the video server told: staff see the students in their reach and the
 * teacher, a family its own child, a student what is told of the student alone.
 */
export async function lessonAttendance(
  apis: Apis,
  scope: ReadScope,
  { id, teacherId }: Pick<Lesson, 'id' | 'teacherId'>,
): Promise<LessonDetail['attendance']> {
  const all = await apis.rooms.attendanceOf(scope.db, id);
  if (all.length === 0) return [];
  const scopes = scopesOf(scope.actor, seeLessons);
  const isStaff = scopes.some(({ kind }) => kind !== 'self' && kind !== 'child');
  const within = apis.school.studentIdsWithin(scope, scopes);
  const reached = new Set<string>(
    await scope.db
      .from(within.as('within'))
      .whereIn(
        'within.id',
        all.map(({ personId }) => personId),
      )
      .pluck('within.id'),
  );
  const shown = all.filter(({ personId }) => reached.has(personId) || (isStaff && personId === teacherId));
  const names = await namesOf(apis, scope.db, { people: shown.map(({ personId }) => personId), courses: [] });
  return shown.map(({ personId, joinedAt, seconds }) => ({
    person: { id: personId, name: names.person(personId) },
    joinedAt: joinedAt.toISOString(),
    leftAt: new Date(joinedAt.getTime() + seconds * 1000).toISOString(),
    minutes: Math.round(seconds / 60),
  }));
}
