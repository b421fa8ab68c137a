import type { Knex } from 'knex';
import type { Language } from '../../host/language.ts';
import { fullName, type Moment } from '../../people/api.ts';
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

/** Courses that are chosen by further conditions on `course`. */
export async function coursesChosen(db: Knex, choose: (query: Knex.QueryBuilder) => void): Promise<Course[]> {
  const query = db('school_course as course')
    .join('school_group as taught', 'taught.id', 'course.groupId')
    .join('school_subject as subject', 'subject.id', 'course.subjectId')
    .leftJoin('school_subgroup as part', 'part.id', 'course.subgroupId')
    .leftJoin('people_person as teacher', 'teacher.id', 'course.teacherId')
    .orderBy(['taught.name', 'subject.name', 'part.name', 'course.id'])
    .select<CourseRow[]>(columns);
  choose(query);
  const rows: CourseRow[] = await query;
  return rows.map(withTeacher);
}

export const coursesByIds = (db: Knex, ids: readonly string[]): Promise<Course[]> =>
  coursesChosen(db, (query) => query.whereIn('course.id', ids));

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

/** Courses in which any of the students learns, closed ones too: their published lessons are held until the timetable changes. */
export const courseIdsOf = (moment: Moment, studentIds: readonly string[]): Promise<string[]> =>
  moment
    .db('school_course')
    .where((any) => {
      for (const ids of courseIdsOfStudents(moment, studentIds)) any.orWhereIn('id', ids);
    })
    .orderBy('id')
    .pluck('id');

/** Courses of everybody in `ids` (a subquery), in any state. */
export const coursesWithin = (db: Knex, ids: Knex.QueryBuilder): Promise<Course[]> =>
  coursesChosen(db, (query) => query.whereIn('course.id', ids));

const touching = (query: Knex.QueryBuilder, days: Days): Knex.QueryBuilder =>
  query
    .where('stay.fromOn', '<=', days.untilOn)
    .where((end) => end.whereNull('stay.untilOn').orWhere('stay.untilOn', '>=', days.fromOn));

/** Who learns in these courses during these days; of some people only, where they are named. */
export async function studentsOfCourses(
  db: Knex,
  courseIds: readonly string[],
  days: Days,
  personIds?: readonly string[],
): Promise<readonly CourseStay[]> {
  const chosen = (query: Knex.QueryBuilder): Knex.QueryBuilder =>
    personIds ? touching(query, days).whereIn('stay.personId', personIds) : touching(query, days);
  const stayColumns = {
    courseId: 'course.id',
    personId: 'stay.personId',
    fromOn: 'stay.fromOn',
    untilOn: 'stay.untilOn',
  };
  const whole: CourseStay[] = await chosen(
    db('school_course as course')
      .join('school_group_member as stay', 'stay.groupId', 'course.groupId')
      .whereNull('course.subgroupId')
      .whereIn('course.id', courseIds),
  ).select(stayColumns);
  const parts: CourseStay[] = await chosen(
    db('school_course as course')
      .join('school_subgroup_member as stay', 'stay.subgroupId', 'course.subgroupId')
      .whereIn('course.id', courseIds),
  ).select(stayColumns);
  return [...whole, ...parts];
}
