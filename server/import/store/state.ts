import type { Knex } from 'knex';
import { stampOf } from '../../db/stamp.ts';
import type { Dialect } from '../../host/scope.ts';
import { standing } from './runs.ts';

/** Everything that a plan is made of. */
const watched = [
  ...['device', 'person', 'student', 'guardianship', 'role'].map((name) => `people_${name}`),
  ...['home_school', 'subject', 'group', 'group_tutor', 'group_member', 'subgroup', 'subgroup_member'].map(
    (name) => `school_${name}`,
  ),
  ...['course', 'term', 'holiday', 'grid_place'].map((name) => `school_${name}`),
  ...['calendar_window', 'contacts_channel', 'notify_person'],
];

/** Differs when anything differs that a plan could be made of. */
export const stateStamp = async (db: Knex): Promise<string> => `${await stampOf(db, watched)} ${await standing(db)}`;

/** Until the end of the transaction nobody else changes what the plan was made of. SQLite has one writer anyway. */
export async function lockState(db: Knex, dialect: Dialect): Promise<void> {
  if (dialect === 'postgres') await db.raw(`lock table ${watched.join(', ')} in share row exclusive mode`);
}
