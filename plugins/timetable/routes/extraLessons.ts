import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { addExtraOfCourse } from '../commands/addExtraOfCourse.ts';
import { addLessons } from '../permissions.ts';
import { lessonWithoutTeacher, nothingPublished, notInCourse, slotImpossible, slotTaken } from '../problems.ts';
import { extraCourses } from '../queries/extraCourses.ts';
import { listExtraTimes } from '../queries/extraTimes.ts';
import {
  CourseParams,
  ExtraCourses,
  ExtraCoursesQuery,
  ExtraTimesQuery,
  NewExtraLesson,
} from '../schemas/extraLessons.ts';
import { LessonDetail } from '../schemas/lessons.ts';
import { FreeSlots } from '../schemas/reschedules.ts';

/** Lessons beside the weekly timetable: one more for a course, or for one of its students. */
export const extraLessonRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/extra-courses',
    operationId: 'listExtraCourses',
    summary: 'Courses of a group or a student in which you may hold one lesson more.',
    permission: addLessons,
    about: { what: 'timetable.week', whose: ({ query }) => ('studentId' in query ? [query.studentId] : []) },
    query: ExtraCoursesQuery,
    output: ExtraCourses,
    handle: (scope, { query }) => extraCourses(apis, scope, query),
  }),
  defineRead({
    path: '/timetable/courses/:courseId/extra-times',
    operationId: 'listExtraTimes',
    summary: 'Times of the coming days at which a course could have one lesson more, best first.',
    permission: addLessons,
    about: { what: 'timetable.extra-times', whose: ({ query }) => (query.forPersonId ? [query.forPersonId] : []) },
    isHeavy: true,
    params: CourseParams,
    query: ExtraTimesQuery,
    output: FreeSlots,
    problems: [lessonWithoutTeacher, notInCourse],
    handle: (scope, { params, query }) => listExtraTimes(apis, scope, params.courseId, query),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/courses/:courseId/extra-lessons',
    operationId: 'addExtraLesson',
    summary: 'Holds one lesson more of a course, for everybody in it or for one student.',
    permission: addLessons,
    about: { what: 'timetable.extra-lesson', whose: ({ body }) => (body.forPersonId ? [body.forPersonId] : []) },
    status: 201,
    params: CourseParams,
    body: NewExtraLesson,
    output: LessonDetail,
    problems: [lessonWithoutTeacher, notInCourse, nothingPublished, slotImpossible, slotTaken],
    handle: (scope, { params, body }) => addExtraOfCourse(apis, scope, params.courseId, body),
  }),
];
