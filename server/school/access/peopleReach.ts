import type { Knex } from 'knex';
import type { WriteScope } from '../../host/scope.ts';
import type { PeopleReach } from '../../people/api.ts';
import type { SchoolAccess } from '../api.ts';
import { memberIdsOfGroups, tutorIdsOfGroups } from '../store/stays.ts';
import { accessAroundStudents } from './accessChanges.ts';
import { scopesFor } from './reach.ts';
import { staffRolesAmong } from './staffRoles.ts';

/** Those of the ids that a subquery answers. */
export const among = (db: Knex, within: Knex.QueryBuilder, ids: readonly string[]): Promise<string[]> =>
  db.from(within.as('within')).whereIn('within.id', ids).pluck('within.id');

/** What people is told of reach, so that it need not know groups and courses. */
export const peopleReach = ({ personAs, seenPersonIds, personIdsWithin }: SchoolAccess): PeopleReach => {
  return {
    personAs,
    seenPersonIds,
    seenAmong: (scope, personIds) => among(scope.db, seenPersonIds(scope), personIds),
    reachedAmong: (scope, permission, personIds) =>
      among(scope.db, personIdsWithin(scope, scopesFor(scope.actor, permission)), personIds),
    staffRolesAmong,
    personIdsOfGroup: (moment, groupId) =>
      moment
        .db('people_person as around')
        .whereIn('around.id', memberIdsOfGroups(moment, [groupId]))
        .orWhereIn('around.id', tutorIdsOfGroups(moment, [groupId]))
        .orWhereIn('around.id', moment.db('school_course').where({ groupId, isActive: true }).select('teacherId'))
        .select({ id: 'around.id' }),
    studentsMoved: (scope: WriteScope, studentIds) => accessAroundStudents(scope, studentIds),
  };
};
