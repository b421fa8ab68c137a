import type { Knex } from 'knex';
import type { Kind, State } from '../domain/request.ts';

export interface RequestRow {
  readonly id: string;
  readonly kind: Kind;
  readonly state: State;
  readonly question: string;
  readonly askedById: string;
  readonly aboutId: string | null;
  readonly ownerId: string | null;
  readonly homeSchoolId: string | null;
  readonly originTitle: string | null;
  readonly originLink: string | null;
  readonly askedAt: Date;
  readonly dueOn: string;
  readonly doneAt: Date | null;
  /** When those who manage requests heard that it is late. */
  readonly escalatedAt: Date | null;
  readonly revision: number;
}

const columns = [
  'id',
  'kind',
  'state',
  'question',
  'askedById',
  'aboutId',
  'ownerId',
  'homeSchoolId',
  'originTitle',
  'originLink',
  'askedAt',
  'dueOn',
  'doneAt',
  'escalatedAt',
  'revision',
].map((column) => `request.${column}`);

/** Whose requests a reader sees: own ones about whom they still reach, and those within what they manage. */
export interface Sight {
  readonly personId: string;
  /** Ids of the students whom the reader reaches by any role. */
  readonly students: Knex.QueryBuilder;
  readonly managed: {
    readonly everything: boolean;
    readonly students: Knex.QueryBuilder;
    readonly homeSchoolIds: readonly string[];
  };
}

const managedBy =
  ({ managed }: Sight) =>
  (where: Knex.QueryBuilder): void => {
    if (managed.everything) return void where.whereRaw('1 = 1');
    where
      .whereIn('request.aboutId', managed.students.clone())
      .orWhere((nobody) =>
        nobody.whereNull('request.aboutId').whereIn('request.homeSchoolId', [...managed.homeSchoolIds]),
      );
  };

const own =
  ({ personId, students }: Sight) =>
  (where: Knex.QueryBuilder): void => {
    where
      .where((mine) => mine.where('request.askedById', personId).orWhere('request.ownerId', personId))
      .where((about) => about.whereNull('request.aboutId').orWhereIn('request.aboutId', students.clone()));
  };

const seenBy = (db: Knex, sight: Sight): Knex.QueryBuilder =>
  db('help_request as request').where((any) => any.where(own(sight)).orWhere(managedBy(sight)));

export interface Wanted {
  readonly which: 'asked' | 'mine' | 'late' | 'all';
  readonly state: 'waiting' | 'done' | 'any';
  readonly studentId: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
  readonly today: string;
}

/** Newest first. */
export async function requestsSeen(db: Knex, sight: Sight, wanted: Wanted): Promise<RequestRow[]> {
  const { which, state, studentId, after, limit, today } = wanted;
  const query = seenBy(db, sight);
  if (which === 'asked') query.where('request.askedById', sight.personId);
  if (which === 'mine') query.where('request.ownerId', sight.personId);
  if (which === 'late')
    query
      .where(managedBy(sight))
      .whereNotNull('request.escalatedAt')
      .where('request.dueOn', '<', today)
      .whereNull('request.doneAt')
      .where((other) => other.whereNull('request.ownerId').orWhereNot('request.ownerId', sight.personId));
  if (state === 'waiting') query.whereNull('request.doneAt');
  if (state === 'done') query.whereNotNull('request.doneAt');
  if (studentId) query.where('request.aboutId', studentId);
  if (after)
    query.whereRaw(
      '(request.asked_at, request.id) < (select before.asked_at, before.id from help_request as before where before.id = ?)',
      [after],
    );
  return query
    .orderBy([
      { column: 'request.askedAt', order: 'desc' },
      { column: 'request.id', order: 'desc' },
    ])
    .limit(limit)
    .select<RequestRow[]>(columns);
}

export const requestSeen = (db: Knex, sight: Sight, id: string): Promise<RequestRow | undefined> =>
  seenBy(db, sight).where('request.id', id).first<RequestRow | undefined>(columns);

/** Whether the reader manages this request. */
export async function isManaged(db: Knex, sight: Sight, id: string): Promise<boolean> {
  const found: unknown = await db('help_request as request')
    .where('request.id', id)
    .where(managedBy(sight))
    .first('request.id');
  return found !== undefined;
}

/** Locks a request that was seen before. */
export const lockRequest = (trx: Knex.Transaction, id: string): Promise<RequestRow | undefined> =>
  trx('help_request as request').where('request.id', id).forUpdate().first<RequestRow | undefined>(columns);

export const insertRequest = (
  trx: Knex.Transaction,
  row: Omit<RequestRow, 'revision' | 'escalatedAt'>,
): Promise<unknown> => trx('help_request').insert(row);

export type Change = Partial<Pick<RequestRow, 'state' | 'ownerId' | 'dueOn' | 'doneAt' | 'escalatedAt'>>;

export const updateRequest = (trx: Knex.Transaction, id: string, change: Change): Promise<number> =>
  trx('help_request')
    .where({ id })
    .update({ ...change, revision: trx.raw('revision + 1') });

/** How many requests wait for each of these people; those for whom none waits are left out. */
export async function waitingFor(db: Knex, personIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows: { ownerId: string; count: number | string }[] = await db('help_request')
    .whereIn('ownerId', personIds)
    .whereNull('doneAt')
    .groupBy('ownerId')
    .select('ownerId')
    .count({ count: '*' });
  return new Map(rows.map(({ ownerId, count }) => [ownerId, Number(count)]));
}

/** What should have been answered before this day. */
export const overdueRequests = (db: Knex, day: string, limit: number): Promise<RequestRow[]> =>
  db('help_request as request')
    .whereNull('request.doneAt')
    .where('request.dueOn', '<', day)
    .orderBy('request.dueOn')
    .limit(limit)
    .select<RequestRow[]>(columns);

/** Requests that wait for somebody who has left: who tutored the student and does no longer, or is not active any more. */
export const leftBehind = (db: Knex, today: string, limit: number): Promise<RequestRow[]> =>
  db('help_request as request')
    .whereNull('request.doneAt')
    .where((left) =>
      left
        .whereIn('request.ownerId', db('people_person').where({ isActive: false }).select('id'))
        .orWhere((tutored) =>
          tutored
            .whereExists(tutoring(db).where('tutor.untilOn', '<', today))
            .whereNotExists(
              tutoring(db).where((now) => now.whereNull('tutor.untilOn').orWhere('tutor.untilOn', '>=', today)),
            ),
        ),
    )
    .orderBy('request.id')
    .limit(limit)
    .select<RequestRow[]>(columns);

/** Whether whoever answers has tutored a group of the student. */
const tutoring = (db: Knex): Knex.QueryBuilder =>
  db('school_group_tutor as tutor')
    .join('school_group_member as member', 'member.groupId', 'tutor.groupId')
    .whereRaw('tutor.person_id = request.owner_id and member.person_id = request.about_id')
    .select(db.raw('1'));
