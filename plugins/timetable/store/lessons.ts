import type { Knex } from 'knex';
import { idListOf } from '../../../server/db/many.ts';
import { prepared } from '../../../server/db/prepared.ts';
import type { Lesson } from '../domain/lessons/lesson.ts';
import { chunksOf } from './chunks.ts';

const columns = {
  id: 'lesson.id',
  groupId: 'lesson.groupId',
  courseId: 'lesson.courseId',
  nth: 'lesson.courseNth',
  weekOn: 'lesson.weekOn',
  subgroupId: 'lesson.subgroupId',
  teacherId: 'lesson.teacherId',
  on: 'lesson.heldOn',
  startsAt: 'lesson.startsAt',
  endsAt: 'lesson.endsAt',
  zone: 'lesson.zone',
  state: 'lesson.state',
  isByHand: 'lesson.isByHand',
  sequence: 'lesson.sequence',
  revision: 'lesson.revision',
  commitmentId: 'lesson.commitmentId',
  joinUrl: 'lesson.joinUrl',
  pendingPublicationId: 'lesson.pendingPublicationId',
  changedAt: 'lesson.changedAt',
  extraId: 'extra.lessonId',
  forPersonId: 'extra.forPersonId',
};

/** Knex answers the aliases as the database's naming reads them back. */
interface LessonRow extends Omit<Lesson, 'isExtra'> {
  readonly extraId: string | null;
}

const rows = (db: Knex) =>
  db('timetable_lesson as lesson')
    .leftJoin('timetable_extra_lesson as extra', 'extra.lessonId', 'lesson.id')
    .select<LessonRow[]>(columns);

const lessonsIn = async (query: PromiseLike<readonly LessonRow[]>): Promise<readonly Lesson[]> =>
  (await query).map(({ extraId, ...lesson }) => ({ ...lesson, isExtra: extraId !== null }));

export async function lessonById(db: Knex, id: string): Promise<Lesson | undefined> {
  const [lesson] = await lessonsIn(rows(db).where('lesson.id', id));
  return lesson;
}

/** Keeps everybody else from changing the lesson until the commit. */
export async function lockLesson(db: Knex, id: string): Promise<Lesson | undefined> {
  const [lesson] = await lessonsIn(rows(db).where('lesson.id', id).forUpdate('lesson'));
  return lesson;
}

/** Locks lessons in the order of their ids. */
export async function lockLessons(db: Knex, ids: readonly string[]): Promise<readonly Lesson[]> {
  const found: Lesson[] = [];
  for (const part of chunksOf([...ids].sort(), 500))
    found.push(...(await lessonsIn(rows(db).whereIn('lesson.id', part).orderBy('lesson.id').forUpdate('lesson'))));
  return found;
}

/** Which lesson a place of the pattern has in a week. */
export async function lessonOfPattern(
  db: Knex,
  courseId: string,
  nth: number,
  weekOn: string,
): Promise<Lesson | undefined> {
  const [lesson] = await lessonsIn(
    rows(db).where({ 'lesson.courseId': courseId, 'lesson.courseNth': nth, 'lesson.weekOn': weekOn }),
  );
  return lesson;
}

export const lessonsByIds = (db: Knex, ids: readonly string[]): Promise<readonly Lesson[]> =>
  lessonsIn(rows(db).whereIn('lesson.id', [...ids]));

/** All lessons of groups whose week lies within a term, but for those beside the weekly timetable. */
export const lessonsOfTerm = (
  db: Knex,
  groupIds: readonly string[],
  fromOn: string,
  untilOn: string,
): Promise<readonly Lesson[]> =>
  lessonsIn(
    rows(db)
      .whereIn('lesson.groupId', [...groupIds])
      .whereNull('extra.lessonId')
      .whereBetween('lesson.weekOn', [fromOn, untilOn]),
  );

/** Which lessons are looked for; they match when any of the ids fits. */
export interface LessonSearch {
  readonly courseIds?: readonly string[];
  readonly groupIds?: readonly string[];
  readonly teacherIds?: readonly string[];
  /** Lessons that end after this instant. */
  readonly from: Date;
  /** Lessons that start before this instant. */
  readonly to?: Date;
  readonly isPlanned?: boolean;
  readonly limit?: number;
}

/** No lesson is longer; indexes know when lessons start, not when they end. */
const longestMs = 86_400_000;

/** Lessons in the order in which they are held. */
export async function findLessons(db: Knex, search: LessonSearch): Promise<readonly Lesson[]> {
  const { courseIds = [], groupIds = [], teacherIds = [], from, to, isPlanned, limit } = search;
  // Only what is asked for: an empty list among them would keep the database from its indexes.
  const asked = Object.entries({ courseId: courseIds, groupId: groupIds, teacherId: teacherIds });
  const sought = asked.filter(([, ids]) => ids.length > 0);
  if (sought.length === 0) return [];
  const query = rows(db)
    .where('lesson.endsAt', '>', from)
    .where('lesson.startsAt', '>', new Date(from.getTime() - longestMs))
    .where((any) => {
      for (const [column, ids] of sought) any.orWhereIn(`lesson.${column}`, [...ids]);
    })
    .orderBy(['lesson.startsAt', 'lesson.id']);
  if (to) query.where('lesson.startsAt', '<', to);
  if (isPlanned) query.where('lesson.state', 'planned');
  if (limit) query.limit(limit);
  return lessonsIn(query);
}

const lessonsOfCoursesWithin = prepared<{ courseIds: string; since: Date; from: Date; to: Date }, LessonRow>(
  (db, value) =>
    rows(db)
      .whereIn('lesson.courseId', idListOf(db, value('courseIds')))
      .where('lesson.startsAt', '>', value('since'))
      .where('lesson.startsAt', '<', value('to'))
      .where('lesson.endsAt', '>', value('from'))
      .orderBy(['lesson.startsAt', 'lesson.id']),
);

/** Lessons of courses that touch a range, in the order in which they are held: what every week of a student asks for. */
export const lessonsOfCourses = (db: Knex, courseIds: readonly string[], from: Date, to: Date) =>
  lessonsIn(
    lessonsOfCoursesWithin(db, {
      ...{ courseIds: JSON.stringify(courseIds), from, to },
      since: new Date(from.getTime() - longestMs),
    }),
  );

/** Whether any lesson of these courses was ever published. */
export const hasLessons = async (db: Knex, courseIds: readonly string[]): Promise<boolean> =>
  (await db('timetable_lesson')
    .whereIn('courseId', [...courseIds])
    .first('id')) !== undefined;

/** Planned lessons of a group that have not begun, with a claim in the ledger. */
export const futureLessonsOfGroup = (db: Knex, groupId: string, now: Date): Promise<readonly Lesson[]> =>
  lessonsIn(
    rows(db).where('lesson.groupId', groupId).where('lesson.state', 'planned').where('lesson.startsAt', '>', now),
  );

/** Stores a lesson that a publication left out. */
export const insertLesson = (
  db: Knex,
  { nth, on, pendingPublicationId: _, isExtra: _extra, forPersonId: _for, ...lesson }: Lesson,
  publicationId: string,
): Promise<unknown> => db('timetable_lesson').insert({ ...lesson, publicationId, courseNth: nth, heldOn: on });

/** Lessons beside the weekly timetable count from here, so that the timetable never needs their numbers. */
const firstExtra = 101;

/** The number of the next extra lesson of a course in a week. */
export async function nextExtraNth(db: Knex, courseId: string, weekOn: string): Promise<number> {
  const [row]: { readonly last: number | null }[] = await db('timetable_lesson')
    .where({ courseId, weekOn })
    .where('courseNth', '>=', firstExtra)
    .max({ last: 'courseNth' });
  return (row?.last ?? firstExtra - 1) + 1;
}

/** The publication in which a group's lessons of a week stand. */
export async function publicationOfWeek(db: Knex, groupId: string): Promise<string | undefined> {
  const row: { readonly publicationId: string } | undefined = await db('timetable_lesson')
    .where({ groupId })
    .orderBy('changedAt', 'desc')
    .first('publicationId');
  return row?.publicationId;
}

interface ExtraLesson {
  readonly lessonId: string;
  readonly forPersonId: string | null;
  readonly insteadOfId: string | null;
  readonly madeById: string | null;
  readonly madeAt: Date;
}

export const insertExtra = (db: Knex, extra: ExtraLesson): Promise<unknown> =>
  db('timetable_extra_lesson').insert(extra);
/** What a change by hand writes. */
export interface LessonUpdate {
  readonly on: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly teacherId: string | null;
  readonly state: Lesson['state'];
  readonly isByHand: boolean;
  readonly sequence: number;
  readonly revision: number;
  readonly commitmentId: string | null;
  readonly changedAt: Date;
}

export const updateLesson = (db: Knex, id: string, { on, ...rest }: LessonUpdate): Promise<number> =>
  db('timetable_lesson')
    .where({ id })
    .update({ ...rest, heldOn: on });

export const setPending = async (db: Knex, ids: readonly string[], publicationId: string | null): Promise<void> => {
  for (const part of chunksOf(ids, 500))
    await db('timetable_lesson').whereIn('id', part).update({ pendingPublicationId: publicationId });
};

/** Gives lessons new commitments in the ledger, without any other change. */
export async function setCommitments(
  db: Knex,
  lessons: readonly { readonly lessonId: string; readonly commitmentId: string }[],
): Promise<void> {
  for (const { lessonId, commitmentId } of lessons)
    await db('timetable_lesson').where({ id: lessonId }).update({ commitmentId });
}
