import type { Knex } from 'knex';
import type { ReadScope } from '../../../server/host/scope.ts';
import { readIds } from '../../../server/people/api.ts';
import type { Apis } from '../apis.ts';
import { studentsBy } from './threadAs.ts';

/** Cuts a query of conversations to those in which the actor takes part. */
export const ofActor =
  (apis: Pick<Apis, 'school'>, scope: ReadScope) =>
  (any: Knex.QueryBuilder): void => {
    const { db, actor } = scope;
    any
      .whereIn('id', db('messages_member').where({ personId: actor.personId }).select('threadId'))
      .orWhere((family) => family.where('kind', 'family').whereIn('aboutId', studentsBy(apis, scope, 'family')))
      .orWhere((staff) => staff.where('kind', 'staff').whereIn('aboutId', studentsBy(apis, scope, 'staff')));
  };

/** Conversations that are searched: the latest ones, as the index names each. */
const mostSearched = 2000;

export const ownThreadIds = (apis: Pick<Apis, 'school'>, scope: ReadScope): Promise<string[]> =>
  readIds(
    scope
      .db('messages_thread')
      .where(ofActor(apis, scope))
      .where('lastSeq', '>', 0)
      .orderBy('lastMessageAt', 'desc')
      .limit(mostSearched)
      .select('id'),
  );
