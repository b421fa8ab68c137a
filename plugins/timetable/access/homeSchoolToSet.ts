import { scopesOf } from '../../../server/access/actor.ts';
import type { Permission } from '../../../server/access/permission.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import { Problem } from '../../../server/http/problem.ts';
import { forbidden } from '../../../server/http/problems.ts';
import type { HomeSchool } from '../../../server/school/api.ts';
import type { Apis } from '../apis.ts';
import { homeSchoolUnknown } from '../problems.ts';

/** Whether a permission reaches a home school: for all of them, or as its coordinator. */
export const coordinates = (
  { actor }: Pick<ReadScope, 'actor'>,
  permission: Permission,
  homeSchoolId: string,
): boolean =>
  scopesOf(actor, permission).some(
    (one) => one.kind === 'everything' || (one.kind === 'home-school' && one.id === homeSchoolId),
  );

/** A home school; they are known by name to everybody. */
export async function knownHomeSchool(
  { school }: Pick<Apis, 'school'>,
  { db }: Pick<ReadScope, 'db'>,
  id: string,
): Promise<HomeSchool> {
  const found = (await school.homeSchools(db)).find((one) => one.id === id);
  if (!found) throw new Problem(homeSchoolUnknown, { id });
  return found;
}

/** A home school for which the actor may set something. */
export async function homeSchoolToSet(
  apis: Pick<Apis, 'school'>,
  scope: ReadScope,
  permission: Permission,
  id: string,
): Promise<HomeSchool> {
  const found = await knownHomeSchool(apis, scope, id);
  if (!coordinates(scope, permission, id)) throw new Problem(forbidden);
  return found;
}
