import { mayActInPlaceOf } from '../../access/inPlaceOf.ts';
import type { ReadScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { decideGrant, explicitRoles } from '../../people/api.ts';
import { beyond } from '../domain/beyond.ts';
import { importPeople } from '../permissions.ts';
import { beyondYourRights } from '../problems.ts';
import { staffByKey } from '../store/peopleRows.ts';
import { changesOfRights } from '../store/runs.ts';

const mostNamed = 5;

/** A table gives nobody more than the pages would: neither roles nor the way in of others. */
export async function mustNotExceed(scope: ReadScope, runId: string): Promise<void> {
  const { db, actor } = scope;
  const isAdmin = actor.grants.some(({ role, scope: reach }) => role === 'admin' && reach.kind === 'everything');
  if (isAdmin) return;
  const grants = actor.grants.filter(({ role }) => importPeople.roles.includes(role));
  const staff = await staffByKey(db);
  const above = [...staff].filter(([, { id, roles }]) => id !== actor.personId && !mayActInPlaceOf(grants, roles));
  const changes = await changesOfRights(
    db,
    runId,
    above.map(([key]) => key),
  );
  const found = beyond(changes, (name) => explicitRoles.some((role) => role === name && decideGrant(grants, { role })));
  if (found.length === 0) return;
  const names = [...new Set(found.map(({ title }) => title))].slice(0, mostNamed).join(', ');
  throw new Problem(beyondYourRights, { names, count: found.length });
}
