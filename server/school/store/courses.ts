import type { Knex } from 'knex';
import { idListOf } from '../../db/many.ts';
import { prepared } from '../../db/prepared.ts';
import type { Language } from '../../host/language.ts';
import { dayOf, fullName, type Moment } from '../../people/api.ts';
import type { Course, CourseStay, Days } from '../views.ts';
import { courseIdsOfStudents } from './stays.ts';

interface CourseRow extends Omit<Course, 'teacherName'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly middleName: string | null;
  readonly language: Language | null;
}

const columns = {
  id: 'course.id',
  externalId: 'course.externalId',
  groupId: 'course.groupId',
  subgroupId: 'course.subgroupId',
  subjectId: 'course.subjectId',
  teacherId: 'course.teacherId',
  lessonsAWeek: 'course.lessonsAWeek',
  lessonMinutes: 'course.lessonMinutes',
  isActive: 'course.isActive',
  revision: 'course.revision',
  givenName: 'teacher.givenName',
  familyName: 'teacher.familyName',
  middleName: 'teacher.middleName',
  language: 'teacher.language',
  groupName: 'taught.name',
  subjectName: 'subject.name',
  subgroupName: 'part.name',
};

function withTeacher({ givenName, familyName, middleName, language, ...course }: CourseRow): Course {
  const named = givenName !== null && familyName !== null && language !== null;
  return { ...course, teacherName: named ? fullName({ givenName, familyName, middleName }, language) : null };
}

const courses = (db: Knex) =>
  db('school_course as course')
    .join('school_group as taught', 'taught.id', 'course.groupId')
    .join('school_subject as subject', 'subject.id', 'course.subjectId')
    .leftJoin('school_subgroup as part', 'part.id', 'course.subgroupId')
    .leftJoin('people_person as teacher', 'teacher.id', 'course.teacherId')
    .orderBy(['taught.name', 'subject.name', 'part.name', 'course.id'])
    .select<CourseRow[]>(columns);

/** Courses that are chosen by further conditions on `course`. */
export async function coursesChosen(db: Knex, choose: (query: Knex.QueryBuilder) => void): Promise<Course[]> {
  const query = courses(db);
  choose(query);
  const rows: CourseRow[] = await query;
  return rows.map(withTeacher);
}

const coursesAmong = prepared<{ ids: string }, CourseRow>((db, value) =>
  courses(db).whereIn('course.id', idListOf(db, value('ids'))),
);

export const coursesByIds = async (db: Knex, ids: readonly string[]): Promise<Course[]> =>
  (await coursesAmong(db, { ids: JSON.stringify(ids) })).map(withTeacher);

export const coursesOfGroups = (db: Knex, groupIds: readonly string[]): Promise<Course[]> =>
  coursesChosen(db, (query) => query.whereIn('course.groupId', groupIds).where('course.isActive', true));

export const coursesOfTeacher = (db: Knex, teacherId: string): Promise<Course[]> =>
  coursesChosen(db, (query) => query.where({ 'course.teacherId': teacherId, 'course.isActive': true }));

export const coursesOfStudent = (moment: Moment, studentId: string): Promise<Course[]> =>
  coursesChosen(moment.db, (query) =>
    query.where('course.isActive', true).where((any) => {
      for (const ids of courseIdsOfStudents(moment, [studentId])) any.orWhereIn('course.id', ids);
    }),
  );

const coursesLearnt = prepared<{ studentIds: string; day: string }, { readonly id: string }>((db, value) => {
  const groupsBy = (table: string, column: string) =>
    db(table)
      .whereIn('personId', idListOf(db, value('studentIds')))
      .where((end) => end.whereNull('untilOn').orWhere('untilOn', '>=', value('day')))
      .select(column);
  return db('school_course')
    .where((whole) => whole.whereNull('subgroupId').whereIn('groupId', groupsBy('school_group_member', 'groupId')))
    .orWhereIn('subgroupId', groupsBy('school_subgroup_member', 'subgroupId'))
    .orderBy('id')
    .select('id');
});

/** Courses in which any of the students learns, closed ones too: their published lessons are held until the timetable changes. */
export async function courseIdsOf({ db, now }: Moment, studentIds: readonly string[]): Promise<string[]> {
  const found = await coursesLearnt(db, { studentIds: JSON.stringify(studentIds), day: dayOf(now) });
  return found.map(({ id }) => id);
}

/** Courses of everybody in `ids` (a subquery), in any state. */
export const coursesWithin = (db: Knex, ids: Knex.QueryBuilder): Promise<Course[]> =>
  coursesChosen(db, (query) => query.whereIn('course.id', ids));

const stayColumns = {
  courseId: 'course.id',
  personId: 'stay.personId',
  fromOn: 'stay.fromOn',
  untilOn: 'stay.untilOn',
};

/** Stays in whole groups and in parts of them, of the courses that `choose` leaves. */
function staysIn(db: Knex, choose: (query: Knex.QueryBuilder) => Knex.QueryBuilder): Knex.QueryBuilder {
  const whole = db('school_course as course')
    .join('school_group_member as stay', 'stay.groupId', 'course.groupId')
    .whereNull('course.subgroupId');
  const parts = db('school_course as course').join(
    'school_subgroup_member as stay',
    'stay.subgroupId',
    'course.subgroupId',
  );
  return choose(whole)
    .select(stayColumns)
    .unionAll([choose(parts).select(stayColumns)]);
}

/** Courses as JSON, and from when until when. */
type Chosen = { readonly courseIds: string; readonly fromOn: string; readonly untilOn: string };

const staysOfAll = prepared<Chosen, CourseStay>((db, value) => staysIn(db, (query) => chosenStays(db, query, value)));

const staysOfSome = prepared<Chosen & { personIds: string }, CourseStay>((db, value) =>
  staysIn(db, (query) => chosenStays(db, query, value).whereIn('stay.personId', idListOf(db, value('personIds')))),
);

const chosenStays = (db: Knex, query: Knex.QueryBuilder, value: (name: keyof Chosen) => Knex.Raw): Knex.QueryBuilder =>
  query
    .whereIn('course.id', idListOf(db, value('courseIds')))
    .where('stay.fromOn', '<=', value('untilOn'))
    .where((end) => end.whereNull('stay.untilOn').orWhere('stay.untilOn', '>=', value('fromOn')));

/** Who learns in these courses during these days; of some people only, where they are named. */
export function studentsOfCourses(
  db: Knex,
  courseIds: readonly string[],
  { fromOn, untilOn }: Days,
  personIds?: readonly string[],
): Promise<readonly CourseStay[]> {
  const asked = { courseIds: JSON.stringify(courseIds), fromOn, untilOn };
  return personIds ? staysOfSome(db, { ...asked, personIds: JSON.stringify(personIds) }) : staysOfAll(db, asked);
}
