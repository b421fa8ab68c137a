import type { Knex } from 'knex';
import type { Failure, Proposal } from '../../../server/calendar/api.ts';
import type { Decision } from '../domain/publish/decision.ts';
import { chunksOf } from './chunks.ts';

export interface ExceptionRow {
  readonly id: string;
  readonly publicationId: string;
  readonly groupId: string;
  readonly courseId: string;
  readonly nth: number;
  readonly heldOn: string;
  readonly startsTime: string;
  readonly failuresJson: readonly Failure[];
  readonly proposalJson: Proposal;
  readonly decisionJson: Decision | null;
  readonly decidedById: string | null;
  readonly decidedAt: Date | null;
}

const columns = [
  'id',
  'publicationId',
  'groupId',
  'courseId',
  'nth',
  'heldOn',
  'startsTime',
  'failuresJson',
  'proposalJson',
  'decisionJson',
  'decidedById',
  'decidedAt',
] as const;

export async function insertExceptions(db: Knex, rows: readonly ExceptionRow[]): Promise<void> {
  const stored = rows.map((row) => ({
    ...row,
    failuresJson: JSON.stringify(row.failuresJson),
    proposalJson: JSON.stringify(row.proposalJson),
    decisionJson: row.decisionJson ? JSON.stringify(row.decisionJson) : null,
  }));
  for (const part of chunksOf(stored, 200)) await db('timetable_exception').insert(part);
}

export const exceptionsOf = (db: Knex, publicationId: string): Promise<readonly ExceptionRow[]> =>
  db('timetable_exception')
    .where({ publicationId })
    .orderBy(['heldOn', 'startsTime', 'id'])
    .select(...columns);

export const exceptionById = (db: Knex, id: string): Promise<ExceptionRow | undefined> =>
  db('timetable_exception')
    .where({ id })
    .first(...columns);

export const lockException = (db: Knex, id: string): Promise<ExceptionRow | undefined> =>
  db('timetable_exception')
    .where({ id })
    .forUpdate()
    .first(...columns);

export const decideExceptionRow = (
  db: Knex,
  id: string,
  decision: Decision,
  by: { readonly personId: string | null; readonly at: Date },
): Promise<number> =>
  db('timetable_exception')
    .where({ id })
    .update({ decisionJson: JSON.stringify(decision), decidedById: by.personId, decidedAt: by.at });

/** What was decided in earlier publications of a term, oldest first, so that nobody is asked twice. */
export const decidedExceptions = (
  db: Knex,
  termId: string,
  groupIds: readonly string[],
): Promise<readonly ExceptionRow[]> =>
  db('timetable_exception as exception')
    .join('timetable_publication as publication', 'publication.id', 'exception.publicationId')
    .where({ 'publication.termId': termId, 'publication.state': 'published' })
    .whereIn('exception.groupId', [...groupIds])
    .whereNotNull('exception.decidedAt')
    .orderBy('publication.number')
    .select(...columns.map((column) => `exception.${column}`));
