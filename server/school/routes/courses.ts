import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { courseAs } from '../access/entities.ts';
import { addCourse, changeCourse, removeCourse } from '../commands/courses.ts';
import { editSchool, readSchool } from '../permissions.ts';
import {
  courseOutOfReach,
  courseTwice,
  courseUnknown,
  externalIdTaken,
  groupOutOfReach,
  groupUnknown,
  referenceUnknown,
  stillInUse,
  wholeSchoolOnly,
} from '../problems.ts';
import { listCourses } from '../queries/basics.ts';
import {
  CourseChange,
  CourseList,
  CourseParams,
  CoursesQuery,
  CourseView,
  Done,
  NewCourse,
} from '../schemas/school.ts';

const common = [courseUnknown, courseOutOfReach, wholeSchoolOnly];

const reads = [
  defineRead({
    path: '/courses',
    operationId: 'listCourses',
    summary: 'Courses within reach',
    permission: readSchool,
    query: CoursesQuery,
    output: CourseList,
    handle: (scope, { query }) => listCourses(scope, query),
  }),
  defineRead({
    path: '/courses/:courseId',
    operationId: 'getCourse',
    summary: 'One course',
    permission: readSchool,
    params: CourseParams,
    output: CourseView,
    problems: [courseUnknown, courseOutOfReach],
    handle: (scope, { params }) => courseAs(scope, readSchool, params.courseId),
  }),
];

export const courseRoutes = (people: PeopleApi) => [
  ...reads,
  defineWrite({
    method: 'post',
    path: '/courses',
    operationId: 'createCourse',
    summary: 'Adds a course to a group',
    permission: editSchool,
    body: NewCourse,
    output: CourseView,
    status: 201,
    problems: [groupUnknown, groupOutOfReach, wholeSchoolOnly, referenceUnknown, courseTwice, externalIdTaken],
    handle: async (scope, { body }) => courseAs(scope, readSchool, await addCourse(people)(scope, body)),
  }),
  defineWrite({
    method: 'patch',
    path: '/courses/:courseId',
    operationId: 'changeCourse',
    summary: 'Changes what is sent of a course',
    permission: editSchool,
    precondition: true,
    params: CourseParams,
    body: CourseChange,
    output: CourseView,
    problems: [...common, referenceUnknown, courseTwice, externalIdTaken],
    handle: async (scope, { params, body, ifMatch }) => {
      await changeCourse(people)(scope, params.courseId, body, ifMatch);
      return courseAs(scope, readSchool, params.courseId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/courses/:courseId',
    operationId: 'deleteCourse',
    summary: 'Deletes a course that has no lessons',
    permission: editSchool,
    params: CourseParams,
    output: Done,
    problems: [...common, stillInUse],
    handle: async (scope, { params }) => {
      await removeCourse(scope, params.courseId);
      return {};
    },
  }),
];
