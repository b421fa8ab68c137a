import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { peakOf } from '../domain/clashes.ts';
import { capacityFull } from '../problems.ts';
import { busyRows } from '../store/claims.ts';
import { lockSubjects, putResource } from '../store/subjects.ts';

const farFuture = new Date('9999-01-01T00:00:00Z');

/**
 * Makes a shared resource, or changes how many commitments it takes at once. Refuses a capacity below what is
 * claimed from now on.
 */
export async function defineResource(scope: WriteScope, id: string, capacity: number): Promise<void> {
  await putResource(scope.db, id, capacity);
  await lockSubjects(scope.db, scope.dialect, [id]);
  const claims = await busyRows(scope.db, [id], scope.now, farFuture, scope.now);
  const over = claims.find((one) => peakOf(one, claims) > capacity);
  if (!over) return;
  const full = [{ subjectId: id, capacity, startsAt: over.startsAt.toISOString(), endsAt: over.endsAt.toISOString() }];
  throw new Problem(capacityFull, { full });
}
