import type { Knex } from 'knex';
import type { SubstituteKind } from '../domain/compose/substitute.ts';

/** An absence that somebody accepted by name; without a course it is meant for whatever the group has in that hour. */
export interface CompromiseRow {
  readonly id: string;
  readonly draftId: string;
  readonly groupId: string;
  readonly courseId: string | null;
  readonly nth: number | null;
  readonly studentId: string;
  readonly weekday: number;
  readonly hourIndex: number;
  readonly state: 'accepted' | 'withdrawn';
  readonly acceptedById: string;
  readonly acceptedAt: Date;
  readonly substituteKind: SubstituteKind;
  readonly substituteText: string;
  readonly withdrawnById: string | null;
  readonly withdrawnAt: Date | null;
}

const columns = [
  'id',
  'draftId',
  'groupId',
  'courseId',
  'nth',
  'studentId',
  'weekday',
  'hourIndex',
  'state',
  'acceptedById',
  'acceptedAt',
  'substituteKind',
  'substituteText',
  'withdrawnById',
  'withdrawnAt',
] as const;

export const insertCompromises = (db: Knex, rows: readonly CompromiseRow[]): Promise<unknown> =>
  db('timetable_compromise').insert([...rows]);

/** All of a draft, in the order in which they were accepted. */
export const compromisesOf = (db: Knex, draftId: string): Promise<CompromiseRow[]> =>
  db('timetable_compromise')
    .where({ draftId })
    .orderBy(['acceptedAt', 'id'])
    .select(...columns);

export const withdrawCompromise = (
  db: Knex,
  id: string,
  by: Pick<CompromiseRow, 'withdrawnById' | 'withdrawnAt'>,
): Promise<number> =>
  db('timetable_compromise')
    .where({ id, state: 'accepted' })
    .update({ ...by, state: 'withdrawn' });
