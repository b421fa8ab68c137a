import { ofStudentInPath } from '../../../server/audit/about.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import { roomUnreachable } from '../../../server/rooms/api.ts';
import type { Apis } from '../apis.ts';
import { seeLessons } from '../permissions.ts';
import { lessonCancelled, lessonHasEnded, lessonUnknown, roomNotOpen } from '../problems.ts';
import { enterLesson } from '../queries/enterLesson.ts';
import { overview } from '../queries/overview.ts';
import { showLesson } from '../queries/showLesson.ts';
import { groupWeek, ownWeek, studentWeek, teacherWeek } from '../queries/weeks.ts';
import {
  GroupParams,
  GroupWeek,
  LessonDetail,
  LessonParams,
  OwnWeek,
  PersonWeek,
  RoomEntry,
  StudentParams,
  TeacherParams,
  WeekQuery,
} from '../schemas/lessons.ts';
import { Overview } from '../schemas/overview.ts';

/** Lessons to read: one's own, a child's, a teacher's, a group's. */
export const lessonRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/overview',
    operationId: 'showOverview',
    summary: 'How the groups stand whom the caller looks after, and lessons that wait for a new teacher.',
    permission: seeLessons,
    output: Overview,
    handle: (scope) => overview(apis, scope),
  }),
  defineRead({
    path: '/timetable/week',
    operationId: 'showOwnWeek',
    summary: "One's own lessons and those of one's children, some days from a date of the reader's calendar.",
    permission: seeLessons,
    query: WeekQuery,
    output: OwnWeek,
    handle: (scope, { query }) => ownWeek(apis, scope, query),
  }),
  defineRead({
    path: '/timetable/students/:studentId/week',
    operationId: 'showStudentWeek',
    summary: "A student's lessons.",
    permission: seeLessons,
    about: ofStudentInPath('timetable.week'),
    params: StudentParams,
    query: WeekQuery,
    output: PersonWeek,
    handle: (scope, { params, query }) => studentWeek(apis, scope, params.studentId, query),
  }),
  defineRead({
    path: '/timetable/teachers/:teacherId/week',
    operationId: 'showTeacherWeek',
    summary: 'The lessons that a teacher holds.',
    permission: seeLessons,
    params: TeacherParams,
    query: WeekQuery,
    output: PersonWeek,
    handle: (scope, { params, query }) => teacherWeek(apis, scope, params.teacherId, query),
  }),
  defineRead({
    path: '/timetable/groups/:groupId/week',
    operationId: 'showGroupWeek',
    summary: 'All lessons of a group.',
    permission: seeLessons,
    params: GroupParams,
    query: WeekQuery,
    output: GroupWeek,
    handle: (scope, { params, query }) => groupWeek(apis, scope, params.groupId, query),
  }),
  defineRead({
    path: '/timetable/lessons/:lessonId',
    operationId: 'showLesson',
    summary: 'A lesson, its history and what the reader may do with it.',
    permission: seeLessons,
    about: {
      what: 'timetable.attendance',
      whose: (_asked, { attendance }) => attendance.map(({ person }) => person.id),
    },
    params: LessonParams,
    output: LessonDetail,
    problems: [lessonUnknown],
    handle: (scope, { params }) => showLesson(apis, scope, params.lessonId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/enter',
    operationId: 'enterLesson',
    summary: 'Opens the meeting room of a lesson for you: as moderator when you hold or lead it.',
    permission: seeLessons,
    secret: true,
    params: LessonParams,
    output: RoomEntry,
    problems: [lessonUnknown, lessonCancelled, lessonHasEnded, roomNotOpen, roomUnreachable],
    prepare: (scope, { params }) => enterLesson(apis, scope, params.lessonId),
    handle: async (_scope, _input, entry) => entry,
  }),
];
