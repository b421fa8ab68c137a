import type { Knex } from 'knex';
import { idList } from '../../db/many.ts';
import type { Language } from '../../host/language.ts';
import { dayOf, fullName, type Moment } from '../../people/api.ts';
import type { Days, GroupMember, Stay, Subgroup, Tutor } from '../views.ts';
import { notEnded } from './stays.ts';

const touching =
  ({ fromOn, untilOn }: Days) =>
  (where: Knex.QueryBuilder): void => {
    where
      .where('stay.fromOn', '<=', untilOn)
      .where((end) => end.whereNull('stay.untilOn').orWhere('stay.untilOn', '>=', fromOn));
  };

const stayColumns = ['stay.personId', 'stay.fromOn', 'stay.untilOn'];

/** Stays in a group, in the order of the students' names. */
export const membersDuring = (db: Knex, groupId: string, days: Days): Promise<Stay[]> =>
  db('school_group_member as stay')
    .join('people_person as person', 'person.id', 'stay.personId')
    .where('stay.groupId', groupId)
    .where(touching(days))
    .orderBy(['person.sortText', 'person.id', 'stay.fromOn'])
    .select<Stay[]>(stayColumns);

/** Students of groups on the moment's day. */
export const membersOfGroups = ({ db, now }: Moment, groupIds: readonly string[]): Promise<GroupMember[]> =>
  db('school_group_member as stay')
    .whereIn('stay.groupId', idList(db, groupIds))
    .where(touching({ fromOn: dayOf(now), untilOn: dayOf(now) }))
    .distinct<GroupMember[]>('stay.groupId', 'stay.personId');

export const subgroupsByIds = (db: Knex, ids: readonly string[]): Promise<Omit<Subgroup, 'members'>[]> =>
  db('school_subgroup')
    .whereIn('id', [...ids])
    .orderBy('name')
    .select('id', 'groupId', 'name', 'revision');
/** The same, with the day from which they are there. */
export const staysOfGroups = (
  { db, now }: Moment,
  groupIds: readonly string[],
): Promise<(GroupMember & { readonly fromOn: string })[]> =>
  db('school_group_member as stay')
    .whereIn('stay.groupId', idList(db, groupIds))
    .where(touching({ fromOn: dayOf(now), untilOn: dayOf(now) }))
    .orderBy(['stay.groupId', 'stay.personId'])
    .select<(GroupMember & { readonly fromOn: string })[]>('stay.groupId', 'stay.personId', 'stay.fromOn');

/** Subgroups of a group with those who are in them during these days. */
export async function subgroupsDuring(db: Knex, groupId: string, days: Days): Promise<Subgroup[]> {
  const subgroups = await db('school_subgroup')
    .where({ groupId })
    .orderBy('name')
    .select<Omit<Subgroup, 'members'>[]>('id', 'groupId', 'name', 'revision');
  const stays: (Stay & { subgroupId: string })[] = await db('school_subgroup_member as stay')
    .whereIn(
      'stay.subgroupId',
      subgroups.map((part) => part.id),
    )
    .where(touching(days))
    .select([...stayColumns, 'stay.subgroupId']);
  return subgroups.map((part) => ({
    ...part,
    members: stays
      .filter((stay) => stay.subgroupId === part.id)
      .map(({ personId, fromOn, untilOn }) => ({ personId, fromOn, untilOn })),
  }));
}

interface TutorRow extends Omit<Tutor, 'name'> {
  readonly givenName: string;
  readonly familyName: string;
  readonly middleName: string | null;
  readonly language: Language;
}

async function tutors(query: Knex.QueryBuilder): Promise<Tutor[]> {
  const rows: TutorRow[] = await query
    .join('people_person as person', 'person.id', 'stay.personId')
    .orderBy(['stay.groupId', 'person.sortText', 'stay.fromOn'])
    .select([
      ...stayColumns,
      'stay.groupId',
      'person.givenName',
      'person.familyName',
      'person.middleName',
      'person.language',
    ]);
  return rows.map(({ groupId, personId, fromOn, untilOn, ...names }) => ({
    groupId,
    personId,
    fromOn,
    untilOn,
    name: fullName(names, names.language),
  }));
}

/** Tutors of groups, today or later. */
export const tutorsOf = (moment: Moment, groupIds: readonly string[]): Promise<Tutor[]> =>
  tutors(moment.db('school_group_tutor as stay').whereIn('stay.groupId', groupIds).where(notEnded(moment, 'stay')));

export const tutorsDuring = (db: Knex, groupId: string, days: Days): Promise<Tutor[]> =>
  tutors(db('school_group_tutor as stay').where('stay.groupId', groupId).where(touching(days)));
