import type { Knex } from 'knex';
import { type Actor, scopesOf } from '../../access/actor.ts';
import { type Permission, signedIn } from '../../access/permission.ts';
import type { RoleScope } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Id, type Moment } from '../../people/api.ts';
import type { Reach } from '../api.ts';
import { allScopes, seenPersonIds } from './seen.ts';
import { courseIdsWithin, groupIdsWithin, personIdsWithin, studentIdsWithin } from './within.ts';

type Within = (moment: Moment, scopes: readonly RoleScope[]) => Knex.QueryBuilder;

/** How far a permission reaches; one that asks only for a session reaches as far as any role. */
export const scopesFor = (actor: Actor, permission: Permission): readonly RoleScope[] =>
  permission === signedIn ? allScopes(actor) : scopesOf(actor, permission);

async function holds(db: Knex, ids: Knex.QueryBuilder, id: string): Promise<boolean> {
  const found: unknown = await db.from(ids.as('within')).where('within.id', id).first('within.id');
  return found !== undefined;
}

async function reach(
  scope: ReadScope,
  id: string,
  reached: Knex.QueryBuilder,
  seen: Knex.QueryBuilder,
): Promise<Reach> {
  if (!Id.safeParse(id).success) return 'unseen';
  if (await holds(scope.db, reached, id)) return 'yes';
  return (await holds(scope.db, seen, id)) ? 'refused' : 'unseen';
}

const reachBy =
  (within: Within, seen: (scope: ReadScope) => Knex.QueryBuilder) =>
  (scope: ReadScope, permission: Permission, id: string): Promise<Reach> =>
    reach(scope, id, within(scope, scopesFor(scope.actor, permission)), seen(scope));

export const mayReachPerson = reachBy(personIdsWithin, seenPersonIds);
export const mayReachStudent = reachBy(studentIdsWithin, (scope) =>
  scope.db('people_student').whereIn('personId', seenPersonIds(scope)).select({ id: 'personId' }),
);
export const mayReachGroup = reachBy(groupIdsWithin, (scope) => groupIdsWithin(scope, allScopes(scope.actor)));
export const mayReachCourse = reachBy(courseIdsWithin, (scope) => courseIdsWithin(scope, allScopes(scope.actor)));

/** Whether somebody who only reads as guardian of this student has another way to reach it. */
export function mayActForStudent(scope: ReadScope, permission: Permission, studentId: string): Promise<boolean> {
  const acting = scopesFor(scope.actor, permission).filter((one) => one.kind !== 'child' || one.mayAct);
  return holds(scope.db, studentIdsWithin(scope, acting), studentId);
}
