import type { Knex } from 'knex';
import type { Moment } from '../../people/api.ts';
import type { Group } from '../views.ts';
import { groupIdsOfStudents } from './stays.ts';

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
