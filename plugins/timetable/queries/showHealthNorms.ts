import { may } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { usualNorms } from '../domain/norms/healthNorms.ts';
import { setHealthNorms } from '../permissions.ts';
import type { HealthNormsView } from '../schemas/healthNorms.ts';
import { type HealthNormsRow, healthNorms } from '../store/healthNorms.ts';

export const showHealthNorms = async (scope: ReadScope): Promise<HealthNormsView> =>
  healthNormsView(scope, await healthNorms(scope.db));

export const healthNormsView = (scope: ReadScope, row: HealthNormsRow | undefined): HealthNormsView => ({
  norms: mutable(row?.normsJson ?? usualNorms),
  revision: row?.revision ?? 0,
  changedAt: row?.changedAt.toISOString() ?? null,
  may: { change: may(scope.actor, setHealthNorms) },
});

const mutable = (norms: HealthNormsRow['normsJson']): HealthNormsView['norms'] => ({
  ...norms,
  grades: [...norms.grades],
  heavySubjectIds: [...norms.heavySubjectIds],
  heavyWeekdays: [...norms.heavyWeekdays],
});
