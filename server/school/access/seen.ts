import type { Knex } from 'knex';
import type { Actor } from '../../access/actor.ts';
import type { RoleScope } from '../../access/roles.ts';
import type { ReadScope } from '../../host/scope.ts';
import type { Moment } from '../../people/api.ts';
import {
  among,
  courseIdsOfStudents,
  groupIdsOfStudents,
  type Ids,
  memberIdsOfGroups,
  notEnded,
  tutorIdsOfGroups,
} from '../store/stays.ts';
import { from, guardianIdsOf, personIdsWithin } from './within.ts';

/** All scopes of an actor, whatever the role. */
export const allScopes = (actor: Actor): readonly RoleScope[] => actor.grants.map((grant) => grant.scope);

const teachersOfCourses = ({ db }: Moment, courseIds: Knex.QueryBuilder): Knex.QueryBuilder =>
  db('school_course as taught')
    .where('taught.isActive', true)
    .whereIn('taught.id', courseIds)
    .select({ id: 'taught.teacherId' });

/** Staff who answer for these students: teachers, tutors, and those of the home school or of the whole centre. */
const staffAround = (moment: Moment, studentIds: readonly string[]): readonly Ids[] => [
  ...from(studentIds, () => [
    ...courseIdsOfStudents(moment, studentIds).map((courseIds) => teachersOfCourses(moment, courseIds)),
    tutorIdsOfGroups(moment, groupIdsOfStudents(moment, studentIds)),
  ]),
  moment
    .db('people_role as granted')
    .whereIn('granted.role', ['coordinator', 'lead-tutor', 'psychologist'])
    .where((near) =>
      near
        .where('granted.scopeKind', 'everything')
        .orWhereIn(
          'granted.homeSchoolId',
          moment.db('people_student').whereIn('personId', studentIds).select('homeSchoolId'),
        ),
    )
    .select({ id: 'granted.personId' }),
];

const allStaff = (moment: Moment): readonly Knex.QueryBuilder[] => [
  moment.db('people_role').select({ id: 'personId' }),
  moment.db('school_group_tutor as tutor').where(notEnded(moment, 'tutor')).select({ id: 'tutor.personId' }),
  moment.db('school_course').where({ isActive: true }).select({ id: 'teacherId' }),
];

/**
 * Ids of everybody whose name the actor may see. Staff see each other; a student sees classmates, own
 * guardians and the staff around; a guardian the staff around the children, but no classmates.
 */
export function seenPersonIds(scope: ReadScope): Knex.QueryBuilder {
  const { actor, db } = scope;
  const scopes = allScopes(actor);
  const isStaff = actor.grants.some(({ role }) => role !== 'student' && role !== 'guardian');
  const students = actor.grants.flatMap((grant) =>
    grant.role === 'student' && 'id' in grant.scope ? [grant.scope.id] : [],
  );
  const children = scopes.flatMap((one) => (one.kind === 'child' ? [one.id] : []));
  const sets = [
    personIdsWithin(scope, scopes),
    ...staffAround(scope, [...students, ...children]),
    ...from(students, () => [
      memberIdsOfGroups(scope, groupIdsOfStudents(scope, students)),
      guardianIdsOf(scope, students),
    ]),
    ...(isStaff ? allStaff(scope) : []),
  ];
  return db('people_person as seen')
    .where((any) => {
      any.where('seen.id', actor.personId || null);
      for (const ids of sets) any.orWhere((one) => among(one, 'seen.id', ids));
    })
    .select({ id: 'seen.id' });
}
