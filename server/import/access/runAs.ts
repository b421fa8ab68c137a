import { scopesOf } from '../../access/actor.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { importPeople } from '../permissions.ts';
import { runUnknown, wholeSchoolOnly } from '../problems.ts';
import { findRun, type RunRow } from '../store/runs.ts';

/** An import writes to every home school, so it is for those who answer for all of them. */
export function mustImport(scope: Pick<ReadScope, 'actor'>): void {
  if (!scopesOf(scope.actor, importPeople).some(({ kind }) => kind === 'everything'))
    throw new Problem(wholeSchoolOnly, { needs: importPeople.id });
}

/** An import or export of whoever may import at all. */
export async function runAs(scope: ReadScope, kind: RunRow['kind'], id: string): Promise<RunRow> {
  mustImport(scope);
  const run = await findRun(scope.db, id);
  if (run?.kind !== kind) throw new Problem(runUnknown);
  return run;
}
