import type { Knex } from 'knex';
import type { Dialect } from '../../../server/host/scope.ts';
import { chunksOf } from './chunks.ts';

/** Somebody who is in two places because of a published lesson, or a lesson without a meeting room. */
export type ListedProblem =
  | {
      readonly kind: 'taken';
      readonly personId: string;
      readonly plugin: string | null;
      readonly entityId: string | null;
    }
  | { readonly kind: 'no-room' }
  | { readonly kind: 'changed-meanwhile' };

export interface PublicationChange {
  readonly lessonId: string;
  readonly kind: 'moved' | 'cancelled' | 'added';
  readonly groupId: string;
  readonly courseId: string;
  readonly subgroupId: string | null;
  readonly courseNth: number;
  readonly weekOn: string;
  readonly fromHeldOn: string | null;
  readonly fromStartsAt: Date | null;
  readonly fromEndsAt: Date | null;
  readonly fromTeacherId: string | null;
  readonly heldOn: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly teacherId: string | null;
  readonly zone: string;
  readonly isNew: boolean;
  readonly isByHand: boolean;
  readonly commitmentId: string | null;
  readonly joinUrl: string | null;
  readonly problemsJson: readonly ListedProblem[];
}

const columns = [
  'lessonId',
  'kind',
  'groupId',
  'courseId',
  'subgroupId',
  'courseNth',
  'weekOn',
  'fromHeldOn',
  'fromStartsAt',
  'fromEndsAt',
  'fromTeacherId',
  'heldOn',
  'startsAt',
  'endsAt',
  'teacherId',
  'zone',
  'isNew',
  'isByHand',
  'commitmentId',
  'joinUrl',
  'problemsJson',
] as const;

export async function insertChanges(
  db: Knex,
  publicationId: string,
  changes: readonly PublicationChange[],
): Promise<void> {
  const rows = changes.map((change) => ({
    ...change,
    publicationId,
    problemsJson: JSON.stringify(change.problemsJson),
  }));
  for (const part of chunksOf(rows, 200)) await db('timetable_publication_change').insert(part);
}

export const changesOf = (
  db: Knex,
  publicationId: string,
  groupIds?: readonly string[],
): Promise<readonly PublicationChange[]> => {
  const query = db('timetable_publication_change').where({ publicationId });
  if (groupIds) query.whereIn('groupId', [...groupIds]);
  return query.orderBy(['weekOn', 'lessonId']).select(...columns);
};

/** How many lessons a publication gives another time, adds or cancels in groups with students of a home school. */
export async function countChangesOfHomeSchool(
  db: Knex,
  publicationId: string,
  homeSchoolId: string,
  today: string,
): Promise<number> {
  const row = await db('timetable_publication_change')
    .where({ publicationId })
    .whereIn(
      'groupId',
      db('school_group_member as member')
        .whereIn('member.personId', db('people_student').where({ homeSchoolId }).select('personId'))
        .where((end) => end.whereNull('member.untilOn').orWhere('member.untilOn', '>=', today))
        .select('member.groupId'),
    )
    .count({ count: '*' })
    .first();
  return Number(row?.count ?? 0);
}

export const changesOfLessons = (
  db: Knex,
  publicationId: string,
  lessonIds: readonly string[],
): Promise<readonly PublicationChange[]> =>
  db('timetable_publication_change')
    .where({ publicationId })
    .whereIn('lessonId', [...lessonIds])
    .select(...columns);

export const deleteChanges = async (db: Knex, publicationId: string, lessonIds: readonly string[]): Promise<void> => {
  for (const part of chunksOf(lessonIds, 500))
    await db('timetable_publication_change').where({ publicationId }).whereIn('lessonId', part).delete();
};

/** Makes everything that a publication prepared visible: three statements, whatever the size of the school. */
export async function showPublication(db: Knex, dialect: Dialect, publicationId: string, now: Date): Promise<void> {
  await db.raw(
    `insert into timetable_lesson (id, publication_id, group_id, course_id, subgroup_id, teacher_id, course_nth, week_on,
        held_on, starts_at, ends_at, zone, state, is_by_hand, sequence, revision, commitment_id, join_url, changed_at)
      select lesson_id, publication_id, group_id, course_id, subgroup_id, teacher_id, course_nth, week_on,
        held_on, starts_at, ends_at, zone, 'planned', is_by_hand, 0, 1, commitment_id, join_url, ${moment(dialect)}
      from timetable_publication_change change where change.publication_id = ? and change.is_new`,
    [now, publicationId],
  );
  await db.raw(
    `update timetable_lesson set held_on = change.held_on, starts_at = change.starts_at, ends_at = change.ends_at,
        teacher_id = change.teacher_id, state = 'planned', is_by_hand = change.is_by_hand,
        sequence = sequence + 1, revision = revision + 1, commitment_id = change.commitment_id,
        publication_id = change.publication_id, pending_publication_id = null, changed_at = ${moment(dialect)}
      from timetable_publication_change change
      where change.lesson_id = timetable_lesson.id and change.publication_id = ?
        and not change.is_new and change.kind <> 'cancelled'`,
    [now, publicationId],
  );
  await db.raw(
    `update timetable_lesson set state = 'cancelled', commitment_id = null, is_by_hand = ${no(dialect)},
        sequence = sequence + 1, revision = revision + 1,
        publication_id = change.publication_id, pending_publication_id = null, changed_at = ${moment(dialect)}
      from timetable_publication_change change
      where change.lesson_id = timetable_lesson.id and change.publication_id = ? and change.kind = 'cancelled'`,
    [now, publicationId],
  );
}

const moment = (dialect: Dialect): string => (dialect === 'postgres' ? '?::timestamptz' : '?');
const no = (dialect: Dialect): string => (dialect === 'postgres' ? 'false' : '0');

/** The lessons that a publication changes, as a subquery of ids. */
export const changedLessonIds = (db: Knex, publicationId: string): Knex.QueryBuilder =>
  db('timetable_publication_change').where({ publicationId }).select('lessonId');
