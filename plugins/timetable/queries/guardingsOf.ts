import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import type { Guarding } from '../domain/publish/told.ts';

/** Who looks after these students today. */
export async function guardingsOf(
  apis: Pick<Apis, 'people'>,
  scope: ReadScope,
  studentIds: readonly string[],
): Promise<readonly Guarding[]> {
  const found = await apis.people.guardiansOf(scope, studentIds);
  return found.map(({ guardian, studentId }) => ({ guardianId: guardian.id, studentId }));
}
