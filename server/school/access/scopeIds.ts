import type { RoleScope } from '../../access/roles.ts';

/** Scopes sorted by kind. `people`: a guardian's children and the actor alone. */
export interface ScopeIds {
  readonly everything: boolean;
  readonly homeSchools: readonly string[];
  readonly groups: readonly string[];
  readonly courses: readonly string[];
  readonly people: readonly string[];
}

export function scopeIds(scopes: readonly RoleScope[]): ScopeIds {
  const of = (...kinds: readonly RoleScope['kind'][]): string[] => [
    ...new Set(
      scopes.flatMap((scope) => (scope.kind !== 'everything' && kinds.includes(scope.kind) ? [scope.id] : [])),
    ),
  ];
  return {
    everything: scopes.some((scope) => scope.kind === 'everything'),
    homeSchools: of('home-school'),
    groups: of('group'),
    courses: of('course'),
    people: of('child', 'self'),
  };
}
