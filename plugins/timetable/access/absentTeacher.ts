import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import type { PersonCard } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { dayRange } from '../domain/lessons/dayRange.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { changeLessons } from '../permissions.ts';
import { teacherUnknown } from '../problems.ts';
import type { AbsentTeacher } from '../schemas/teacherAbsences.ts';
import { findLessons } from '../store/lessons.ts';

/** The groups whose lessons the actor changes. */
export async function groupsToChange({ school }: Pick<Apis, 'school'>, scope: ReadScope): Promise<ReadonlySet<string>> {
  const rows: readonly { readonly id: string }[] = await school.groupIdsWithin(
    scope,
    scopesOf(scope.actor, changeLessons),
  );
  return new Set(rows.map(({ id }) => id));
}

/** A teacher who teaches in a group whose lessons the actor changes; nobody else is known here. */
export async function absentTeacher(
  apis: Pick<Apis, 'school' | 'people'>,
  scope: ReadScope,
  { teacherId, fromOn, untilOn }: AbsentTeacher,
): Promise<{ readonly teacher: PersonCard; readonly lessons: readonly Lesson[] }> {
  const groups = await groupsToChange(apis, scope);
  const [teacher] = await apis.people.peopleByIds(scope.db, [teacherId]);
  const courses = await apis.school.coursesOfTeacher(scope.db, teacherId);
  const from = dayRange(fromOn, 1, scope.actor.zone).startsAt;
  const to = dayRange(untilOn, 1, scope.actor.zone).endsAt;
  const found = await findLessons(scope.db, { teacherIds: [teacherId], from, to, isPlanned: true });
  const lessons = found.filter(({ groupId }) => groups.has(groupId));
  if (!teacher || (lessons.length === 0 && !courses.some(({ groupId }) => groups.has(groupId))))
    throw new Problem(teacherUnknown, { id: teacherId });
  const open = lessons.filter(
    ({ startsAt, pendingPublicationId }) => startsAt > scope.now && pendingPublicationId === null,
  );
  return { teacher, lessons: open };
}
