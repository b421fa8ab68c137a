import type { Knex } from 'knex';
import type { SchoolPolicy } from '../domain/reschedule/policy.ts';

export interface StoredSchoolPolicy extends SchoolPolicy {
  readonly homeSchoolId: string;
  readonly revision: number;
}

export interface StoredGroupPolicy {
  readonly groupId: string;
  readonly isTeacherEnough: boolean;
  readonly revision: number;
}

export const schoolPolicies = (db: Knex, homeSchoolIds: readonly string[]): Promise<readonly StoredSchoolPolicy[]> =>
  db('timetable_school_policy')
    .whereIn('homeSchoolId', [...homeSchoolIds])
    .select('homeSchoolId', 'noticeHours', 'mostPerTerm', 'coordinatorFor', 'revision');

/** Stores the policy of a school at a revision; false when somebody stored another one meanwhile. */
export async function putSchoolPolicy(db: Knex, policy: StoredSchoolPolicy): Promise<boolean> {
  const { homeSchoolId, revision, ...rest } = policy;
  if (revision === 1) {
    await db('timetable_school_policy').insert(policy).onConflict('homeSchoolId').ignore();
    const [row] = await schoolPolicies(db, [homeSchoolId]);
    return row?.revision === 1;
  }
  const changed = await db('timetable_school_policy')
    .where({ homeSchoolId, revision: revision - 1 })
    .update({ ...rest, revision });
  return changed > 0;
}

export const groupPolicies = (db: Knex, groupIds: readonly string[]): Promise<readonly StoredGroupPolicy[]> =>
  db('timetable_group_policy')
    .whereIn('groupId', [...groupIds])
    .select('groupId', 'isTeacherEnough', 'revision');

/** The same for a group. */
export async function putGroupPolicy(db: Knex, policy: StoredGroupPolicy): Promise<boolean> {
  const { groupId, revision, ...rest } = policy;
  if (revision === 1) {
    await db('timetable_group_policy').insert(policy).onConflict('groupId').ignore();
    const [row] = await groupPolicies(db, [groupId]);
    return row?.revision === 1;
  }
  const changed = await db('timetable_group_policy')
    .where({ groupId, revision: revision - 1 })
    .update({ ...rest, revision });
  return changed > 0;
}
