import { scopesOf } from '../../../server/access/actor.ts';
import type { ReadScope } from '../../../server/host/scope.ts';
import type { Apis } from '../apis.ts';
import { noteCalls } from '../permissions.ts';
import type { ReachableList, RecipientsQuery } from '../schemas.ts';
import { lastContactsAt } from '../store/calls.ts';
import { namedPeople } from './messageViews.ts';
import { named } from './recipients.ts';

/** As many as a tutor of several groups has. */
const mostShown = 100;

/** Students of whom the actor may note calls, with those whom one talks to, and when somebody was last reached. */
export async function listReachable(apis: Apis, scope: ReadScope, { q }: RecipientsQuery): Promise<ReachableList> {
  const { db, actor } = scope;
  const query = db('people_person')
    .whereIn('id', apis.school.studentIdsWithin(scope, scopesOf(actor, noteCalls)))
    .where({ isActive: true })
    .orderBy(['sortText', 'id'])
    .limit(mostShown + 1)
    .select('id');
  named(query, q);
  const rows: { id: string }[] = await query;
  const ids = rows.slice(0, mostShown).map(({ id }) => id);
  const guardians = await apis.people.guardiansOf(scope, ids);
  const person = await namedPeople(apis, scope, ids);
  const last = await lastContactsAt(db, ids);
  return {
    items: ids.map((id) => ({
      ...person(id),
      family: [
        ...guardians.flatMap(({ studentId, guardian }) =>
          studentId === id && guardian.isActive ? [{ id: guardian.id, name: guardian.name }] : [],
        ),
        person(id),
      ],
      lastContactAt: last.get(id)?.toISOString() ?? null,
    })),
    isAll: rows.length <= mostShown,
  };
}
