import { deleteUnused } from '../../db/deleteUnused.ts';
import type { WriteScope } from '../../host/scope.ts';
import { courseChanged, groupChanged, holidayChanged, termChanged } from '../events.ts';
import { coursesByIds } from '../store/courses.ts';

/** Things of the school that were made by mistake, by id. */
export interface SchoolToRemove {
  readonly courses: readonly string[];
  readonly subgroups: readonly string[];
  readonly holidays: readonly string[];
  readonly terms: readonly string[];
  readonly groups: readonly string[];
  readonly subjects: readonly string[];
}

/**
 * Takes away what nothing refers to, in an order in which the parts go before the whole. Answers the ids of
 * what stays. Asks for no rights.
 */
export async function removeSchool(scope: WriteScope, wrong: SchoolToRemove): Promise<readonly string[]> {
  const { db } = scope;
  const courses = await coursesByIds(db, wrong.courses);
  const kept = [
    ...(await deleteUnused(db, 'school_course', wrong.courses)),
    ...(await deleteUnused(db, 'school_subgroup', wrong.subgroups)),
    ...(await deleteUnused(db, 'school_holiday', wrong.holidays)),
    ...(await deleteUnused(db, 'school_term', wrong.terms)),
    ...(await deleteUnused(db, 'school_group', wrong.groups)),
    ...(await deleteUnused(db, 'school_subject', wrong.subjects)),
  ];
  const stays = new Set(kept);
  for (const { id, groupId } of courses) if (!stays.has(id)) scope.emit(courseChanged, { courseId: id, groupId });
  for (const termId of wrong.terms) if (!stays.has(termId)) scope.emit(termChanged, { termId });
  for (const holidayId of wrong.holidays)
    if (!stays.has(holidayId)) scope.emit(holidayChanged, { holidayId, groupId: null });
  for (const groupId of wrong.groups) if (!stays.has(groupId)) scope.emit(groupChanged, { groupId });
  return kept;
}

/** Home schools go last, when no person names them any more. */
export const removeHomeSchools = ({ db }: WriteScope, ids: readonly string[]): Promise<readonly string[]> =>
  deleteUnused(db, 'school_home_school', ids, {
    // On SQLite these references are triggers.
    also: ['people_student', 'people_role'].map((table) => ({ table, column: 'home_school_id' })),
  });
