import { scopesOf } from '../../../server/access/actor.ts';
import type { Permission } from '../../../server/access/permission.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { seeLessons } from '../permissions.ts';
import { lessonOutOfReach, lessonUnknown } from '../problems.ts';
import { lessonById } from '../store/lessons.ts';

type School = Pick<Apis['school'], 'courseIdsWithin'>;

/** The lesson, if the actor sees its course or holds it. Nobody else learns that it exists. */
export async function lessonAs(school: School, scope: ReadScope, id: string): Promise<Lesson> {
  const lesson = await lessonById(scope.db, id);
  if (!lesson || !(await reachesCourse(school, scope, seeLessons, lesson))) throw new Problem(lessonUnknown, { id });
  return lesson;
}

/** The lesson, if this permission reaches its course: 404 when it is not seen, 403 when seen but out of reach. */
export async function lessonToActOn(
  school: School,
  scope: ReadScope,
  permission: Permission,
  id: string,
): Promise<Lesson> {
  const lesson = await lessonAs(school, scope, id);
  if (await reachesCourse(school, scope, permission, lesson)) return lesson;
  throw new Problem(lessonOutOfReach, { id, needs: permission.id, reason: 'role-does-not-reach' });
}

async function reachesCourse(
  school: School,
  scope: ReadScope,
  permission: Permission,
  { courseId, teacherId, forPersonId }: Lesson,
): Promise<boolean> {
  // A lesson for one student is not the classmates' business.
  const scopes = scopesOf(scope.actor, permission).filter(
    (one) => forPersonId === null || (one.kind !== 'self' && one.kind !== 'child') || one.id === forPersonId,
  );
  if (scopes.length === 0) return false;
  if (teacherId === scope.actor.personId) return true;
  const found: unknown = await scope
    .db(school.courseIdsWithin(scope, scopes).as('within'))
    .where('within.id', courseId)
    .first('within.id');
  return found !== undefined;
}
