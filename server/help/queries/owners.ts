import type { ReadScope } from '../../host/scope.ts';
import type { HelpParts } from '../parts.ts';
import type { RequestRow } from '../store/requests.ts';
import { candidatesFor } from './candidates.ts';

/** Who could answer a request: its student's tutors and teachers, coordinators, lead tutors and administrators; by name. */
export async function ownersFor(scope: ReadScope, parts: HelpParts, request: RequestRow) {
  const { aboutId: studentId, homeSchoolId, askedById } = request;
  const candidates = await candidatesFor(scope, parts, { studentId, homeSchoolId });
  const courses = studentId ? await parts.school.coursesOfStudent(scope, studentId) : [];
  const ids = new Set([...candidates.map(({ id }) => id), ...courses.flatMap(({ teacherId }) => teacherId ?? [])]);
  ids.delete(askedById);
  const cards = await parts.people.peopleByIds(scope.db, [...ids]);
  return cards
    .filter(({ isActive }) => isActive)
    .map(({ id, name }) => ({ id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, scope.actor.language));
}
