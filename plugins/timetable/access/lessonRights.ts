import { scopesOf } from '../../../server/access/actor.ts';
import type { Permission } from '../../../server/access/permission.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import type { Rights } from '../domain/lessons/rights.ts';
import { askReschedule, changeLessons } from '../permissions.ts';

type School = Pick<Apis['school'], 'groupIdsWithin'>;

/** Looks up what the actor's roles allow with a lesson; `studentId` is the student whose week is shown. */
export type RightsOf = (lesson: Lesson, studentId: string | null) => Rights;

/** Two queries for any number of lessons. */
export async function lessonRights(school: School, scope: ReadScope, lessons: readonly Lesson[]): Promise<RightsOf> {
  const groupIds = [...new Set(lessons.map(({ groupId }) => groupId))];
  const changeable = await groupsReached(school, scope, changeLessons, groupIds);
  const askable = await groupsReached(school, scope, askReschedule, groupIds);
  const actable = new Set(
    scopesOf(scope.actor, askReschedule).flatMap((one) =>
      one.kind === 'self' || (one.kind === 'child' && one.mayAct) ? [one.id] : [],
    ),
  );
  return (lesson, studentId) => ({
    mayAsk: askable.has(lesson.groupId) || (studentId !== null && actable.has(studentId)),
    mayChange: changeable.has(lesson.groupId),
  });
}

/** Which of the groups the actor reaches as staff. */
async function groupsReached(
  school: School,
  scope: ReadScope,
  permission: Permission,
  groupIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const scopes = scopesOf(scope.actor, permission).filter(({ kind }) => kind !== 'self' && kind !== 'child');
  if (scopes.length === 0 || groupIds.length === 0) return new Set();
  const found: readonly { readonly id: string }[] = await scope
    .db(school.groupIdsWithin(scope, scopes).as('within'))
    .whereIn('within.id', [...groupIds])
    .select('within.id');
  return new Set(found.map(({ id }) => id));
}
