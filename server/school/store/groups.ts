import type { Knex } from 'knex';
import type { Moment } from '../../people/api.ts';
import type { Group } from '../views.ts';
import { groupIdsOfStudents, notEnded } from './stays.ts';

const columns = ['id', 'externalId', 'name', 'grade', 'zone', 'meetingUrlTemplate', 'isActive', 'revision'] as const;

export const groupsByIds = (db: Knex, ids: readonly string[]): Promise<Group[]> =>
  db('school_group').whereIn('id', ids).select<Group[]>(columns);

export const groupById = (db: Knex, id: string): Promise<Group | undefined> =>
  db('school_group').where({ id }).first<Group | undefined>(columns);

export const groupsOfStudent = (moment: Moment, studentId: string): Promise<Group[]> =>
  moment
    .db('school_group')
    .whereIn('id', groupIdsOfStudents(moment, [studentId]))
    .orderBy(['name', 'id'])
    .select<Group[]>(columns);

export async function groupIdOfSubgroup(db: Knex, id: string): Promise<string | undefined> {
  const row = await db('school_subgroup').where({ id }).first<{ groupId: string } | undefined>('groupId');
  return row?.groupId;
}

export const groupsWithin = (db: Knex, ids: Knex.QueryBuilder): Promise<Group[]> =>
  db('school_group').whereIn('id', ids).orderBy(['grade', 'name', 'id']).select<Group[]>(columns);

/** How many students each group has, today or later. */
export async function studentCounts(moment: Moment, groupIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows: { groupId: string; students: number | string }[] = await moment
    .db('school_group_member as member')
    .whereIn('member.groupId', groupIds)
    .where(notEnded(moment, 'member'))
    .groupBy('member.groupId')
    .select('member.groupId')
    .countDistinct({ students: 'member.personId' });
  return new Map(rows.map((row) => [row.groupId, Number(row.students)]));
}
