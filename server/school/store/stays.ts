import type { Knex } from 'knex';
import { dayOf, type Moment } from '../../people/api.ts';

/** Ids, or a subquery that answers them. */
export type Ids = readonly string[] | Knex.QueryBuilder;

const isList = (ids: Ids): ids is readonly string[] => Array.isArray(ids);

/** `whereIn` for either form of ids. */
export const among = (query: Knex.QueryBuilder, column: string, ids: Ids): Knex.QueryBuilder =>
  isList(ids) ? query.whereIn(column, ids) : query.whereIn(column, ids);

/** Stays that have not ended on the moment's day; those that begin later count already. */
export const notEnded =
  ({ now }: Pick<Moment, 'now'>, table: string) =>
  (where: Knex.QueryBuilder): void => {
    where.whereNull(`${table}.untilOn`).orWhere(`${table}.untilOn`, '>=', dayOf(now));
  };

const membersQuery = (moment: Moment): Knex.QueryBuilder =>
  moment.db('school_group_member as member').where(notEnded(moment, 'member'));

const partMembersQuery = (moment: Moment): Knex.QueryBuilder =>
  moment.db('school_subgroup_member as partMember').where(notEnded(moment, 'partMember'));

export const memberIdsOfGroups = (moment: Moment, groupIds: Ids): Knex.QueryBuilder =>
  among(membersQuery(moment), 'member.groupId', groupIds).select({ id: 'member.personId' });

export const groupIdsOfStudents = (moment: Moment, studentIds: Ids): Knex.QueryBuilder =>
  among(membersQuery(moment), 'member.personId', studentIds).select({ id: 'member.groupId' });

export const subgroupIdsOfStudents = (moment: Moment, studentIds: Ids): Knex.QueryBuilder =>
  among(partMembersQuery(moment), 'partMember.personId', studentIds).select({ id: 'partMember.subgroupId' });

/** Students of courses for the whole group, and of courses for a subgroup, apart. */
export const studentIdsOfCourses = (moment: Moment, courseIds: Ids): readonly Knex.QueryBuilder[] => [
  among(
    membersQuery(moment)
      .join('school_course as course', 'course.groupId', 'member.groupId')
      .whereNull('course.subgroupId'),
    'course.id',
    courseIds,
  ).select({ id: 'member.personId' }),
  among(
    partMembersQuery(moment).join('school_course as course', 'course.subgroupId', 'partMember.subgroupId'),
    'course.id',
    courseIds,
  ).select({ id: 'partMember.personId' }),
];

/** Courses of the students' groups, without those of subgroups in which they are not. */
export const courseIdsOfStudents = (moment: Moment, studentIds: Ids): readonly Knex.QueryBuilder[] => [
  moment
    .db('school_course as course')
    .whereNull('course.subgroupId')
    .whereIn('course.groupId', groupIdsOfStudents(moment, studentIds))
    .select({ id: 'course.id' }),
  moment
    .db('school_course as course')
    .whereIn('course.subgroupId', subgroupIdsOfStudents(moment, studentIds))
    .select({ id: 'course.id' }),
];

export const tutorIdsOfGroups = (moment: Moment, groupIds: Ids): Knex.QueryBuilder =>
  among(moment.db('school_group_tutor as tutor').where(notEnded(moment, 'tutor')), 'tutor.groupId', groupIds).select({
    id: 'tutor.personId',
  });
