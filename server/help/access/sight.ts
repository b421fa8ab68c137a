import { type Actor, scopesOf } from '../../access/actor.ts';
import type { RoleScope } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import type { SchoolApi } from '../../school/api.ts';
import type { Part } from '../domain/request.ts';
import { manageHelp } from '../permissions.ts';
import { requestUnknown } from '../problems.ts';
import { isManaged, type RequestRow, requestSeen, type Sight } from '../store/requests.ts';

const allScopes = (actor: Actor): readonly RoleScope[] =>
  actor.kind === 'system' ? [{ kind: 'everything' }] : actor.grants.map(({ scope }) => scope);

/** Which requests the actor sees: asked or answered by them, about nobody whom they do not reach; or managed by them. */
export function sightOf(scope: ReadScope, school: SchoolApi): Sight {
  const managed = scopesOf(scope.actor, manageHelp);
  return {
    personId: scope.actor.personId,
    students: school.studentIdsWithin(scope, allScopes(scope.actor)),
    managed: {
      everything: managed.some(({ kind }) => kind === 'everything'),
      // Of a role that is marked `self` nothing is managed.
      students: school.studentIdsWithin(
        scope,
        managed.filter(({ kind }) => kind === 'home-school'),
      ),
      homeSchoolIds: managed.flatMap((one) => (one.kind === 'home-school' ? [one.id] : [])),
    },
  };
}

export interface SeenRequest {
  readonly request: RequestRow;
  readonly part: Part;
}

/** A request, and what the actor is to it. Whoever is nothing to it does not know that it is there. */
export async function helpRequestAs(scope: ReadScope, school: SchoolApi, id: string): Promise<SeenRequest> {
  const sight = sightOf(scope, school);
  const request = await requestSeen(scope.db, sight, id);
  if (!request) throw new Problem(requestUnknown, { id });
  const { personId } = scope.actor;
  return {
    request,
    part: {
      isAsker: request.askedById === personId,
      isOwner: request.ownerId === personId,
      isManager: await isManaged(scope.db, sight, id),
    },
  };
}
