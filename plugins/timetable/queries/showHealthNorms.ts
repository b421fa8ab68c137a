import { may } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { coordinates, knownHomeSchool } from '../access/homeSchoolToSet.ts';
import type { Apis } from '../apis.ts';
import { usualNorms } from '../domain/norms/healthNorms.ts';
import { setHealthNorms, setSchoolNorms } from '../permissions.ts';
import type { HealthNormsView, SchoolNormsList, SchoolNormsView } from '../schemas/healthNorms.ts';
import { type HealthNormsRow, healthNorms } from '../store/healthNorms.ts';
import { schoolNorms } from '../store/schoolNorms.ts';

export const showHealthNorms = async (scope: ReadScope): Promise<HealthNormsView> =>
  healthNormsView(scope, await healthNorms(scope.db));

export const healthNormsView = (scope: ReadScope, row: HealthNormsRow | undefined): HealthNormsView => ({
  norms: mutable(row?.normsJson ?? usualNorms),
  revision: row?.revision ?? 0,
  changedAt: row?.changedAt.toISOString() ?? null,
  may: { change: may(scope.actor, setHealthNorms) },
});

/** Every home school, and whether it has norms of its own. */
export async function listSchoolNorms({ school }: Pick<Apis, 'school'>, { db }: ReadScope): Promise<SchoolNormsList> {
  const schools = await school.homeSchools(db);
  const own = await schoolNorms(
    db,
    schools.map(({ id }) => id),
  );
  const isOwn = new Set(own.map(({ homeSchoolId }) => homeSchoolId));
  return { items: schools.map(({ id, name }) => ({ homeSchool: { id, name }, isOwn: isOwn.has(id) })) };
}

/** What protects the students of a home school: its own norms, or those of everybody. */
export async function showSchoolNorms(
  apis: Pick<Apis, 'school'>,
  scope: ReadScope,
  homeSchoolId: string,
): Promise<SchoolNormsView> {
  const { id, name } = await knownHomeSchool(apis, scope, homeSchoolId);
  const [own] = await schoolNorms(scope.db, [id]);
  const view = healthNormsView(scope, own ?? (await healthNorms(scope.db)));
  return {
    ...view,
    ...(own ? {} : { revision: 0, changedAt: null }),
    homeSchool: { id, name },
    isOwn: own !== undefined,
    may: { change: coordinates(scope, setSchoolNorms, id) },
  };
}

const mutable = (norms: HealthNormsRow['normsJson']): HealthNormsView['norms'] => ({
  ...norms,
  grades: [...norms.grades],
  heavySubjectIds: [...norms.heavySubjectIds],
  heavyWeekdays: [...norms.heavyWeekdays],
});
