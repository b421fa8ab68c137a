import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { changeLessons } from '../permissions.ts';
import type { AbsenceList, AbsenceView } from '../schemas/teacherAbsences.ts';
import { absencesIn, lessonsOfAbsences, type TeacherAbsence } from '../store/teacherAbsences.ts';
import { namesOf } from './names.ts';

const mostListed = 30;

/** What was done lately about absent teachers in the groups whose lessons the actor changes. */
export async function listAbsences(apis: Apis, scope: ReadScope): Promise<AbsenceList> {
  const groups = apis.school.groupIdsWithin(scope, scopesOf(scope.actor, changeLessons));
  return { items: await absenceViews(apis, scope, await absencesIn(scope.db, groups, mostListed)) };
}

export async function absenceViews(
  apis: Apis,
  scope: ReadScope,
  absences: readonly TeacherAbsence[],
): Promise<AbsenceView[]> {
  const lessons = await lessonsOfAbsences(
    scope.db,
    absences.map(({ id }) => id),
  );
  const people = absences.flatMap(({ teacherId, madeById }) => [teacherId, madeById]);
  const names = await namesOf(apis, scope.db, { people, courses: [] });
  return absences.map(({ id, teacherId, fromOn, untilOn, madeById, madeAt, undoneAt }) => ({
    id,
    teacher: { id: teacherId, name: names.person(teacherId) },
    fromOn,
    untilOn,
    madeBy: names.person(madeById),
    madeAt: madeAt.toISOString(),
    lessons: lessons.filter(({ absenceId }) => absenceId === id).length,
    isUndone: undoneAt !== null,
  }));
}
