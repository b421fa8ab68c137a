import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { usualSilence } from '../domain/agreement/silence.ts';
import type { SilenceView } from '../schemas/agreements.ts';
import { silences } from '../store/agreementPolicies.ts';

/** What the silence of these home schools means, by name; undefined: of all of them. */
export async function silenceViews(
  { db }: ReadScope,
  { school }: Pick<Apis, 'school'>,
  homeSchoolIds: readonly string[] | undefined,
): Promise<SilenceView[]> {
  const schools = (await school.homeSchools(db)).filter(({ id }) => homeSchoolIds?.includes(id) ?? true);
  const stored = await silences(
    db,
    schools.map(({ id }) => id),
  );
  const byId = new Map(stored.map((one) => [one.homeSchoolId, one]));
  return schools.map(({ id, name }) => ({ revision: 0, ...usualSilence, ...byId.get(id), homeSchool: { id, name } }));
}
