import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';

interface Coordinated {
  readonly homeSchoolId: string;
  readonly coordinatorIds: readonly string[];
}

/** The home schools of these students that have coordinators of their own, and who those are. */
export async function homeSchoolsOf(
  { people }: Pick<Apis, 'people'>,
  { db }: Pick<ReadScope, 'db'>,
  studentIds: readonly string[],
): Promise<readonly Coordinated[]> {
  const students = studentIds.length > 0 ? await people.studentsByIds(db, studentIds) : [];
  const ids = [...new Set(students.map(({ homeSchoolId }) => homeSchoolId))].toSorted();
  const found: Coordinated[] = [];
  for (const homeSchoolId of ids)
    found.push({ homeSchoolId, coordinatorIds: await people.staffOf(db, 'coordinator', homeSchoolId) });
  return found.filter(({ coordinatorIds }) => coordinatorIds.length > 0);
}
