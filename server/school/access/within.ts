import type { Knex } from 'knex';
import type { RoleScope } from '../../access/roles.ts';
import { dayOf, type Moment } from '../../people/api.ts';
import {
  among,
  courseIdsOfStudents,
  groupIdsOfStudents,
  type Ids,
  memberIdsOfGroups,
  studentIdsOfCourses,
  subgroupIdsOfStudents,
  tutorIdsOfGroups,
} from '../store/stays.ts';
import { scopeIds } from './scopeIds.ts';

/*
 * From scopes to rows: the only place that does so. It names tables of people too, because one query has
 * to see both.
 */

/** Rows whose `column` is in any of the sets; all rows when `everything`. */
function anyOf(
  query: Knex.QueryBuilder,
  column: string,
  everything: boolean,
  sets: () => readonly Ids[],
): Knex.QueryBuilder {
  const chosen = query.select({ id: column });
  if (everything) return chosen;
  return chosen.where((any) => {
    any.whereRaw('1 = 0');
    for (const ids of sets()) any.orWhere((one) => among(one, column, ids));
  });
}

/** What follows from some ids; nothing from none, so that neither we nor the database work at empty questions. */
export const from = (ids: readonly unknown[], sets: () => readonly Ids[]): readonly Ids[] =>
  ids.length > 0 ? sets() : [];

const studentsOfHomeSchools = ({ db }: Moment, ids: readonly string[]): Knex.QueryBuilder =>
  db('people_student as enrolled').whereIn('enrolled.homeSchoolId', ids).select({ id: 'enrolled.personId' });

/** Ids of students whom the scopes reach. */
export function studentIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const { everything, homeSchools, groups, courses, people } = scopeIds(scopes);
  return anyOf(moment.db('people_student as student'), 'student.personId', everything, () => [
    ...from(homeSchools, () => [studentsOfHomeSchools(moment, homeSchools)]),
    ...from(groups, () => [memberIdsOfGroups(moment, groups)]),
    ...from(courses, () => studentIdsOfCourses(moment, courses)),
    ...from(people, () => [people]),
  ]);
}

/** Ids of groups that the scopes touch: own, of own courses, and those in which a reached student is. */
export function groupIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const { everything, homeSchools, groups, courses, people } = scopeIds(scopes);
  return anyOf(moment.db('school_group as reached'), 'reached.id', everything, () => [
    ...from(groups, () => [groups]),
    ...from(courses, () => [moment.db('school_course').whereIn('id', courses).select('groupId')]),
    ...from(people, () => [groupIdsOfStudents(moment, people)]),
    ...from(homeSchools, () => [groupIdsOfStudents(moment, studentsOfHomeSchools(moment, homeSchools))]),
  ]);
}

/** Ids of courses that the scopes touch: own, of own groups, and those in which a reached student learns. */
export function courseIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const { everything, homeSchools, groups, courses, people } = scopeIds(scopes);
  return anyOf(moment.db('school_course as reached'), 'reached.id', everything, () => [
    ...from(courses, () => [courses]),
    ...from(groups, () => [moment.db('school_course').whereIn('groupId', groups).select('id')]),
    ...from(people, () => courseIdsOfStudents(moment, people)),
    ...from(homeSchools, () => courseIdsOfStudents(moment, studentsOfHomeSchools(moment, homeSchools))),
  ]);
}

/** Ids of subgroups that the scopes touch: all of own groups and courses' groups, and those in which a reached student is. */
export function subgroupIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const { everything, homeSchools, groups, courses, people } = scopeIds(scopes);
  const partsOf = (groupIds: Ids) => among(moment.db('school_subgroup'), 'groupId', groupIds).select('id');
  return anyOf(moment.db('school_subgroup as reached'), 'reached.id', everything, () => [
    ...from(groups, () => [partsOf(groups)]),
    ...from(courses, () => [partsOf(moment.db('school_course').whereIn('id', courses).select('groupId'))]),
    ...from(people, () => [subgroupIdsOfStudents(moment, people)]),
    ...from(homeSchools, () => [subgroupIdsOfStudents(moment, studentsOfHomeSchools(moment, homeSchools))]),
  ]);
}

/** Guardians, today or later, of the students. */
export const guardianIdsOf = ({ db, now }: Moment, studentIds: Ids): Knex.QueryBuilder =>
  among(
    db('people_guardianship as held').where((end) =>
      end.whereNull('held.untilOn').orWhere('held.untilOn', '>=', dayOf(now)),
    ),
    'held.studentId',
    studentIds,
  ).select({ id: 'held.guardianId' });

/** Ids of people whom the scopes reach: students, guardians of a group's or home school's students, staff of a home school. */
export function personIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const { everything, homeSchools, people } = scopeIds(scopes);
  const withFamilies = scopes.filter(({ kind }) => kind === 'home-school' || kind === 'group');
  return anyOf(moment.db('people_person as reached'), 'reached.id', everything, () => [
    ...from(people, () => [people]),
    ...from(scopes, () => [studentIdsWithin(moment, scopes)]),
    ...from(withFamilies, () => [guardianIdsOf(moment, studentIdsWithin(moment, withFamilies))]),
    ...from(homeSchools, () => [moment.db('people_role').whereIn('homeSchoolId', homeSchools).select('personId')]),
  ]);
}

/** Ids of tutors and teachers of the groups that the scopes touch. */
export function teamIdsWithin(moment: Moment, scopes: readonly RoleScope[]): Knex.QueryBuilder {
  const groupIds = groupIdsWithin(moment, scopes);
  return anyOf(moment.db('people_person as colleague'), 'colleague.id', false, () => [
    tutorIdsOfGroups(moment, groupIds.clone()),
    moment
      .db('school_course')
      .whereIn('groupId', groupIds)
      .where({ isActive: true })
      .whereNotNull('teacherId')
      .select('teacherId'),
  ]);
}
