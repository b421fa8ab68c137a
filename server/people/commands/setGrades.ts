import { updateMany } from '../../db/many.ts';
import type { WriteScope } from '../../host/scope.ts';
import { personChanged } from '../events.ts';

/** Students rise to another grade, or go back. */
export async function setGrades(
  scope: WriteScope,
  grades: readonly { readonly personId: string; readonly grade: number }[],
): Promise<void> {
  await updateMany(scope.db, 'people_student', grades, { by: ['personId'] });
  for (const { personId } of grades) scope.emit(personChanged, { personId });
}
