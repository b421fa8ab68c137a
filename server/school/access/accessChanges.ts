import { idList } from '../../db/many.ts';
import type { WriteScope } from '../../host/scope.ts';
import { accessChanged } from '../../people/api.ts';
import { groupIdsOfStudents, tutorIdsOfGroups } from '../store/stays.ts';
import { guardianIdsOf } from './within.ts';

/** Tells these people that what they may see or do has changed; each once. */
export function accessOf(scope: WriteScope, personIds: readonly (string | null)[]): void {
  for (const personId of new Set(personIds)) if (personId !== null) scope.emit(accessChanged, { personId });
}

/**
 * Tells everybody whose reach depends on where these students are: themselves, their guardians, tutors and
 * teachers of their groups, and staff of their home schools. To be called before a stay ends and after one begins.
 */
export async function accessAroundStudents(
  scope: WriteScope,
  studentIds: readonly string[],
  groupIds: readonly string[] = [],
): Promise<void> {
  const { db } = scope;
  const students = idList(db, studentIds);
  const all: string[] = await db('school_group')
    .whereIn('id', groupIds)
    .orWhereIn('id', groupIdsOfStudents(scope, students))
    .pluck('id');
  const staff = db('people_role')
    .whereIn('homeSchoolId', db('people_student').whereIn('personId', students).select('homeSchoolId'))
    .select('personId');
  const around: string[] = await db('people_person')
    .whereIn('id', students)
    .orWhereIn('id', guardianIdsOf(scope, students))
    .orWhereIn('id', tutorIdsOfGroups(scope, all))
    .orWhereIn('id', db('school_course').whereIn('groupId', all).whereNotNull('teacherId').select('teacherId'))
    .orWhereIn('id', staff)
    .pluck('id');
  accessOf(scope, around);
}
