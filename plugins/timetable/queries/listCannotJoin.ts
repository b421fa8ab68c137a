import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { changeLessons } from '../permissions.ts';
import type { CannotJoinList } from '../schemas/cannotJoin.ts';
import { cannotJoinIn } from '../store/cannotJoin.ts';
import { namesOf } from './names.ts';

const mostListed = 100;

/** Who cannot join which lessons to come in the groups whose lessons the actor changes. */
export async function listCannotJoin(apis: Apis, scope: ReadScope): Promise<CannotJoinList> {
  const groups = apis.school.groupIdsWithin(scope, scopesOf(scope.actor, changeLessons));
  const found = await cannotJoinIn(scope.db, groups, scope.now, mostListed);
  const names = await namesOf(apis, scope.db, {
    people: found.map(({ personId }) => personId),
    courses: found.map(({ courseId }) => courseId),
  });
  return {
    items: found.map(({ personId, courseId, firstLessonId, lessons, startsAt }) => ({
      person: { id: personId, name: names.person(personId) },
      subjectName: names.course(courseId)?.subjectName ?? '',
      groupName: names.course(courseId)?.groupName ?? '',
      firstLessonId,
      firstAt: startsAt.toISOString(),
      lessons,
    })),
  };
}
