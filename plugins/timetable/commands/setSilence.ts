import type { WriteScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { changedMeanwhile, forbidden } from '../../../server/http/problems.ts';
import { homeSchoolsAnsweredFor } from '../access/agreementAs.ts';
import type { Apis } from '../apis.ts';
import { homeSchoolUnknown } from '../problems.ts';
import { silenceViews } from '../queries/agreementSilence.ts';
import type { SilenceInput, SilenceView } from '../schemas/agreements.ts';
import { putSilence } from '../store/agreementPolicies.ts';

/** Says what the silence of a home school means; it binds what is asked from now on. */
export async function setSilence(
  scope: WriteScope,
  apis: Apis,
  homeSchoolId: string,
  ifMatch: number,
  { silenceDays }: SilenceInput,
): Promise<SilenceView> {
  const { revision } = await silenceOf(scope, apis, homeSchoolId);
  const own = homeSchoolsAnsweredFor(scope);
  // Home schools are known by name to everybody.
  if (own && !own.includes(homeSchoolId)) throw new Problem(forbidden);
  const isStored =
    revision === ifMatch && (await putSilence(scope.db, { homeSchoolId, silenceDays, revision: ifMatch + 1 }));
  if (!isStored) throw new Problem(changedMeanwhile, { revision });
  await apis.audit.record(scope, {
    act: 'timetable.silence-set',
    entity: 'timetable.agreement-policy',
    entityId: homeSchoolId,
    detail: { silenceDays },
  });
  return silenceOf(scope, apis, homeSchoolId);
}

async function silenceOf(scope: WriteScope, apis: Apis, homeSchoolId: string): Promise<SilenceView> {
  const [view] = await silenceViews(scope, apis, [homeSchoolId]);
  if (!view) throw new Problem(homeSchoolUnknown, { id: homeSchoolId });
  return view;
}
