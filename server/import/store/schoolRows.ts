import type { Knex } from 'knex';
import { dayOf, type Moment } from '../../people/api.ts';
import type { KeyedRow } from './peopleRows.ts';

export const subjectRows = (db: Knex): Promise<{ id: string; name: string }[]> =>
  db('school_subject').select('id', 'name');

export const groupRows = (
  db: Knex,
): Promise<(KeyedRow & { name: string; grade: number; zone: string; meetingUrl: string | null })[]> =>
  db('school_group').select('id', 'externalId', 'name', 'grade', 'zone', { meetingUrl: 'meetingUrlTemplate' });

export const gridRows = (
  db: Knex,
): Promise<{ groupId: string; weekday: number; hour: number; startsTime: string; minutes: number }[]> =>
  db('school_grid_place').select('groupId', 'weekday', 'hour', 'startsTime', 'minutes');

export const subgroupRows = (db: Knex): Promise<{ id: string; groupId: string; name: string }[]> =>
  db('school_subgroup').select('id', 'groupId', 'name');

/** Who is in what, today or later. */
export const stayRows = (
  { db, now }: Moment,
  table: 'school_group_tutor' | 'school_group_member' | 'school_subgroup_member',
): Promise<{ ownerId: string; personId: string }[]> =>
  db(table)
    .where((end) => end.whereNull('untilOn').orWhere('untilOn', '>=', dayOf(now)))
    .select({ ownerId: table === 'school_subgroup_member' ? 'subgroupId' : 'groupId', personId: 'personId' });

export const courseRows = (
  db: Knex,
): Promise<
  (KeyedRow & {
    groupId: string;
    subgroupId: string | null;
    subjectId: string;
    teacherId: string | null;
    lessonsAWeek: number;
    lessonMinutes: number;
    isActive: boolean;
  })[]
> =>
  db('school_course').select(
    'id',
    'externalId',
    'groupId',
    'subgroupId',
    'subjectId',
    'teacherId',
    'lessonsAWeek',
    'lessonMinutes',
    'isActive',
  );

export const termRows = (db: Knex): Promise<(KeyedRow & { name: string; startsOn: string; endsOn: string })[]> =>
  db('school_term').select('id', 'externalId', 'name', 'startsOn', 'endsOn');

export const holidayRows = (
  db: Knex,
): Promise<(KeyedRow & { name: string; groupId: string | null; fromOn: string; untilOn: string })[]> =>
  db('school_holiday').select('id', 'externalId', 'name', 'groupId', 'fromOn', 'untilOn');
