import { deleteUnused } from '../../db/deleteUnused.ts';
import type { WriteScope } from '../../host/scope.ts';

/** People who were made by mistake. */
export interface PeopleToRemove {
  readonly studentIds: readonly string[];
  readonly personIds: readonly string[];
}

/**
 * Takes people away to whom nothing refers: no account, no lesson, no history. Answers the ids of those who stay.
 * Asks for no rights.
 */
export async function removePeople(
  { db }: WriteScope,
  { studentIds, personIds }: PeopleToRemove,
): Promise<readonly string[]> {
  const students = await deleteUnused(db, 'people_student', studentIds, { key: 'person_id' });
  const kept = new Set(students);
  const people = await deleteUnused(
    db,
    'people_person',
    personIds.filter((id) => !kept.has(id)),
  );
  return [...students, ...people];
}
