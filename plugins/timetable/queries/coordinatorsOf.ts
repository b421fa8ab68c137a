import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';

/** The coordinators of a student's home school; those of the whole centre where it has none. */
export async function coordinatorsOf(
  { people }: Pick<Apis, 'people'>,
  { db }: Pick<ReadScope, 'db'>,
  personId: string,
): Promise<readonly string[]> {
  const [student] = await people.studentsByIds(db, [personId]);
  if (!student) return [];
  const own = await people.staffOf(db, 'coordinator', student.homeSchoolId);
  return own.length > 0 ? own : people.staffOf(db, 'coordinator', null);
}
