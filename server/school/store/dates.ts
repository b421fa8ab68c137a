import type { Knex } from 'knex';
import type { Days, Holiday, Term } from '../views.ts';

const termColumns = ['id', 'name', 'startsOn', 'endsOn', 'revision'] as const;
const holidayColumns = ['id', 'name', 'groupId', 'fromOn', 'untilOn', 'revision'] as const;

export const terms = (db: Knex): Promise<Term[]> => db('school_term').orderBy('startsOn').select<Term[]>(termColumns);

export const termById = (db: Knex, id: string): Promise<Term | undefined> =>
  db('school_term').where({ id }).first<Term | undefined>(termColumns);

/** Terms that share a day with these days. */
export const termsTouching = (db: Knex, days: Days): Promise<Term[]> =>
  db('school_term')
    .where('startsOn', '<=', days.untilOn)
    .where('endsOn', '>=', days.fromOn)
    .select<Term[]>(termColumns);

/** Holidays of all groups, and of the groups that the subquery answers. */
export const holidaysWithin = (db: Knex, groupIds: Knex.QueryBuilder): Promise<Holiday[]> =>
  db('school_holiday')
    .whereNull('groupId')
    .orWhereIn('groupId', groupIds)
    .orderBy(['fromOn', 'name', 'id'])
    .select<Holiday[]>(holidayColumns);

export const holidayById = (db: Knex, id: string): Promise<Holiday | undefined> =>
  db('school_holiday').where({ id }).first<Holiday | undefined>(holidayColumns);

export const holidaysOf = (db: Knex, groupId: string, days: Days): Promise<Holiday[]> =>
  db('school_holiday')
    .where((whose) => whose.whereNull('groupId').orWhere({ groupId }))
    .where('fromOn', '<=', days.untilOn)
    .where('untilOn', '>=', days.fromOn)
    .orderBy(['fromOn', 'name', 'id'])
    .select<Holiday[]>(holidayColumns);
