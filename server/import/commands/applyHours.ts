import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { hoursGiven } from '../events.ts';
import { changedSincePlan, hasProblems } from '../problems.ts';
import type { HoursModules, PlannedHours } from '../queries/hoursFile.ts';
import type { HoursApplied } from '../schemas/hours.ts';

/** Students in one event: what tells them holds a transaction. */
const toldAtOnce = 50;

/** Does exactly what the preview with this fingerprint showed, or nothing. Whose hours are others now is told. */
export async function applyHours(
  scope: WriteScope,
  { calendar }: Pick<HoursModules, 'calendar'>,
  seen: string,
  { homeSchool, plan: { changes, problems }, fingerprint }: PlannedHours,
): Promise<HoursApplied> {
  if (problems.length > 0) throw new Problem(hasProblems, { count: problems.length });
  if (fingerprint !== seen) throw new Problem(changedSincePlan);
  await calendar.importAvailabilities(
    scope,
    new Map(changes.map(({ personId, after }) => [personId, { hours: [...after] }])),
  );
  const personIds = changes.map(({ personId }) => personId);
  const given = { homeSchoolId: homeSchool.id, at: scope.now.toISOString() };
  for (let from = 0; from < personIds.length; from += toldAtOnce)
    scope.emit(hoursGiven, { ...given, personIds: personIds.slice(from, from + toldAtOnce) });
  return { personIds };
}
