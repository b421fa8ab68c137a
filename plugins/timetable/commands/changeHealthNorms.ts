import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { type HealthNorms, judgeNorms } from '../domain/norms/healthNorms.ts';
import { gradesOverlap, normsBackwards } from '../problems.ts';
import { healthNormsView } from '../queries/showHealthNorms.ts';
import type { HealthNormsView } from '../schemas/healthNorms.ts';
import { healthNorms, putHealthNorms } from '../store/healthNorms.ts';

/** Changes the norms of the school; timetables that are made from now on are asked to keep them. */
export async function changeHealthNorms(
  scope: WriteScope,
  norms: HealthNorms,
  seenRevision: number,
): Promise<HealthNormsView> {
  const verdict = judgeNorms(norms);
  if (verdict !== 'fine')
    throw 'overlap' in verdict ? new Problem(gradesOverlap, { grade: verdict.overlap }) : new Problem(normsBackwards);
  const row = {
    normsJson: norms,
    revision: seenRevision + 1,
    changedById: scope.actor.personId,
    changedAt: scope.now,
  };
  if (!(await putHealthNorms(scope.db, row))) {
    const now = await healthNorms(scope.db);
    throw new Problem(changedMeanwhile, { revision: now?.revision ?? 0 });
  }
  return healthNormsView(scope, row);
}
