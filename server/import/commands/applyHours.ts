import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { changedSincePlan, hasProblems } from '../problems.ts';
import { type HoursModules, planned } from '../queries/hoursFile.ts';
import type { ReadHours } from '../readers/readHours.ts';
import type { HoursApplied } from '../schemas/hours.ts';

interface Wanted {
  readonly homeSchoolId: string;
  /** Of the preview that was looked at. */
  readonly fingerprint: string;
}

/** Does exactly what the preview showed, or nothing. */
export async function applyHours(
  scope: WriteScope,
  modules: HoursModules,
  { homeSchoolId, fingerprint }: Wanted,
  read: ReadHours,
): Promise<HoursApplied> {
  const { plan, fingerprint: now } = await planned(scope, modules, homeSchoolId, read);
  const { changes, problems } = plan;
  if (problems.length > 0) throw new Problem(hasProblems, { count: problems.length });
  if (now !== fingerprint) throw new Problem(changedSincePlan);
  await modules.calendar.importAvailabilities(
    scope,
    new Map(changes.map(({ personId, after }) => [personId, { hours: [...after] }])),
  );
  return { personIds: changes.map(({ personId }) => personId) };
}
