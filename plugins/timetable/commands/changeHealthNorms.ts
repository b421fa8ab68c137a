import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile } from '../../../server/http/problems.ts';
import { homeSchoolToSet } from '../access/homeSchoolToSet.ts';
import type { Apis } from '../apis.ts';
import { type HealthNorms, judgeNorms } from '../domain/norms/healthNorms.ts';
import { setSchoolNorms } from '../permissions.ts';
import { gradesOverlap, normsBackwards } from '../problems.ts';
import { healthNormsView, showSchoolNorms } from '../queries/showHealthNorms.ts';
import type { HealthNormsView, SchoolNormsView } from '../schemas/healthNorms.ts';
import { healthNorms, putHealthNorms } from '../store/healthNorms.ts';
import { deleteSchoolNorms, putSchoolNorms, schoolNorms } from '../store/schoolNorms.ts';

/** Changes the norms of the school; timetables that are made from now on are asked to keep them. */
export async function changeHealthNorms(
  scope: WriteScope,
  norms: HealthNorms,
  seenRevision: number,
): Promise<HealthNormsView> {
  refuseWrong(norms);
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

function refuseWrong(norms: HealthNorms): void {
  const verdict = judgeNorms(norms);
  if (verdict !== 'fine')
    throw 'overlap' in verdict ? new Problem(gradesOverlap, { grade: verdict.overlap }) : new Problem(normsBackwards);
}

/** Gives a home school norms of its own, or changes them; they protect its students in whatever group they learn. */
export async function changeSchoolNorms(
  apis: Pick<Apis, 'school' | 'audit'>,
  scope: WriteScope,
  homeSchoolId: string,
  norms: HealthNorms,
  seenRevision: number,
): Promise<SchoolNormsView> {
  await homeSchoolToSet(apis, scope, setSchoolNorms, homeSchoolId);
  refuseWrong(norms);
  const row = {
    homeSchoolId,
    normsJson: norms,
    revision: seenRevision + 1,
    changedById: scope.actor.personId,
    changedAt: scope.now,
  };
  if (!(await putSchoolNorms(scope.db, row))) throw await changedSince(scope, homeSchoolId);
  await record(apis, scope, homeSchoolId, 'timetable.school-norms-set');
  return showSchoolNorms(apis, scope, homeSchoolId);
}

/** Takes a home school's own norms away; those of everybody protect its students again. */
export async function dropSchoolNorms(
  apis: Pick<Apis, 'school' | 'audit'>,
  scope: WriteScope,
  homeSchoolId: string,
  seenRevision: number,
): Promise<SchoolNormsView> {
  await homeSchoolToSet(apis, scope, setSchoolNorms, homeSchoolId);
  if (!(await deleteSchoolNorms(scope.db, homeSchoolId, seenRevision))) throw await changedSince(scope, homeSchoolId);
  await record(apis, scope, homeSchoolId, 'timetable.school-norms-dropped');
  return showSchoolNorms(apis, scope, homeSchoolId);
}

async function changedSince({ db }: WriteScope, homeSchoolId: string): Promise<Problem> {
  const [now] = await schoolNorms(db, [homeSchoolId]);
  return new Problem(changedMeanwhile, { revision: now?.revision ?? 0 });
}

const record = (
  { audit }: Pick<Apis, 'audit'>,
  scope: WriteScope,
  homeSchoolId: string,
  act: 'timetable.school-norms-set' | 'timetable.school-norms-dropped',
): Promise<unknown> =>
  audit.record(scope, { act, entity: 'timetable.school-norms', entityId: homeSchoolId, detail: {} });
