import { defineQuestion, defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { coverAbsence } from '../commands/coverAbsence.ts';
import { undoAbsence } from '../commands/undoAbsence.ts';
import { changeLessons } from '../permissions.ts';
import {
  absenceUnknown,
  lessonUnknown,
  nothingToTakeBack,
  notQualified,
  slotImpossible,
  slotTaken,
  teacherUnknown,
} from '../problems.ts';
import { listAbsences } from '../queries/listAbsences.ts';
import { planAbsence } from '../queries/planAbsence.ts';
import {
  AbsenceList,
  AbsenceParams,
  AbsencePlan,
  AbsenceView,
  AbsentTeacher,
  CoverAbsence,
} from '../schemas/teacherAbsences.ts';

/** A teacher is away for days: all lessons in one go. */
export const teacherAbsenceRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/teacher-absences',
    operationId: 'listTeacherAbsences',
    summary: 'What was done lately about absent teachers in your groups.',
    permission: changeLessons,
    output: AbsenceList,
    handle: (scope) => listAbsences(apis, scope),
  }),
  defineQuestion({
    path: '/timetable/teacher-absences/plans',
    operationId: 'planTeacherAbsence',
    summary: 'Substitutes and other times for each lesson of a teacher who is away, best first. Changes nothing.',
    permission: changeLessons,
    isHeavy: true,
    body: AbsentTeacher,
    output: AbsencePlan,
    problems: [teacherUnknown],
    handle: (scope, { body }) => planAbsence(apis, scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/teacher-absences',
    operationId: 'coverTeacherAbsence',
    summary: 'Gives the lessons of an absent teacher to substitutes, moves or cancels them: all of it or nothing.',
    permission: changeLessons,
    status: 201,
    body: CoverAbsence,
    output: AbsenceView,
    problems: [teacherUnknown, lessonUnknown, notQualified, slotImpossible, slotTaken],
    handle: (scope, { body }) => coverAbsence(apis, scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/teacher-absences/:absenceId/undo',
    operationId: 'undoTeacherAbsence',
    summary: 'Puts all lessons of an absence back, while nothing came after it.',
    permission: changeLessons,
    params: AbsenceParams,
    output: AbsenceView,
    problems: [absenceUnknown, nothingToTakeBack, slotTaken],
    handle: (scope, { params }) => undoAbsence(apis, scope, params.absenceId),
  }),
];
