import type { Knex } from 'knex';
import { coursesChosen } from './courses.ts';

interface PastStay {
  readonly groupName: string;
  readonly personId: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

const tables = { member: 'school_group_member', tutor: 'school_group_tutor' } as const;

/** Stays of a group or a person, those that ended too; the latest of them. */
export const staysEver = (
  db: Knex,
  kind: keyof typeof tables,
  whose: { readonly groupId?: string; readonly personId?: string },
  limit: number,
): Promise<PastStay[]> =>
  db(`${tables[kind]} as stay`)
    .join('school_group as stayedIn', 'stayedIn.id', 'stay.groupId')
    .where(Object.fromEntries(Object.entries(whose).map(([name, id]) => [`stay.${name}`, id])))
    .orderBy('stay.fromOn', 'desc')
    .limit(limit)
    .select<PastStay[]>({
      groupName: 'stayedIn.name',
      personId: 'stay.personId',
      fromOn: 'stay.fromOn',
      untilOn: 'stay.untilOn',
    });

/** Courses of a group or a teacher, those that ended too. */
export const coursesEver = (
  db: Knex,
  whose: { readonly groupId?: string; readonly teacherId?: string },
  limit: number,
) =>
  coursesChosen(db, (query) =>
    query.where(Object.fromEntries(Object.entries(whose).map(([name, id]) => [`course.${name}`, id]))).limit(limit),
  );
