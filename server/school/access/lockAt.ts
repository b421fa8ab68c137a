import type { WriteScope } from '../../host/scope.ts';
import { Problem, type ProblemKind } from '../../http/problem.ts';
import { changedMeanwhile } from '../../http/problems.ts';
import { lockRevision, type RevisedTable } from '../store/revised.ts';

/** Locks a row and refuses when it is not there, or not in the revision that the client saw. */
export async function lockAt(
  scope: WriteScope,
  table: RevisedTable,
  id: string,
  ifMatch: number,
  unknown: ProblemKind,
): Promise<void> {
  const row = await lockRevision(scope.db, table, id);
  if (!row) throw new Problem(unknown, { id });
  if (row.revision !== ifMatch) throw new Problem(changedMeanwhile, { revision: row.revision });
}
