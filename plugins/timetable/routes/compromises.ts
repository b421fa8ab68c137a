import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { acceptCompromise } from '../commands/acceptCompromise.ts';
import { agreeWindow } from '../commands/agreeWindow.ts';
import { withdrawCompromise } from '../commands/withdrawCompromise.ts';
import { composeTimetable } from '../permissions.ts';
import {
  absencesNeedless,
  compromiseIncomplete,
  compromiseUnknown,
  compromiseWithdrawn,
  draftEnded,
  draftUnknown,
  lessonUnknown,
  notOfFamily,
  placeUnknown,
  teacherCannot,
  windowNotOffered,
} from '../problems.ts';
import { listCompromises } from '../queries/listCompromises.ts';
import { offerCompromises } from '../queries/offerCompromises.ts';
import {
  AcceptedCompromise,
  AgreedWindow,
  CompromiseList,
  CompromiseOffers,
  CompromiseParams,
} from '../schemas/compromises.ts';
import { LessonParams } from '../schemas/draftLessons.ts';
import { DraftParams } from '../schemas/drafts.ts';

/** Lessons for which no place suits everybody. */
export const compromiseRoutes = (apis: Apis): readonly Route[] => [...ofLesson(apis), ...ofDraft(apis)];

const ofLesson = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/drafts/:draftId/lessons/:courseId/:nth/compromises',
    operationId: 'offerCompromises',
    isHeavy: true,
    summary: 'Why no place suits everybody in a lesson, and the fairest ways to hold it all the same.',
    permission: composeTimetable,
    params: LessonParams,
    output: CompromiseOffers,
    problems: [draftUnknown, lessonUnknown],
    handle: (scope, { params }) => offerCompromises(apis)(scope, params),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/lessons/:courseId/:nth/compromises',
    operationId: 'acceptCompromise',
    isHeavy: true,
    summary: 'Accepts under your name that students are absent from a lesson, each with a substitute.',
    permission: composeTimetable,
    about: { what: 'timetable.absence-accepted', whose: ({ body }) => body.absences.map(({ studentId }) => studentId) },
    params: LessonParams,
    body: AcceptedCompromise,
    output: CompromiseList,
    status: 201,
    precondition: true,
    problems: [
      draftUnknown,
      draftEnded,
      lessonUnknown,
      placeUnknown,
      teacherCannot,
      absencesNeedless,
      compromiseIncomplete,
    ],
    handle: (scope, { params, body, ifMatch }) => acceptCompromise(apis)(scope, params, body, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/lessons/:courseId/:nth/windows',
    operationId: 'agreeWindow',
    summary: 'Adds hours in which a student can be online, to which the student or a guardian agreed.',
    permission: composeTimetable,
    about: { notKept: 'The command keeps it itself.' },
    params: LessonParams,
    body: AgreedWindow,
    output: CompromiseOffers,
    precondition: true,
    problems: [draftUnknown, draftEnded, lessonUnknown, windowNotOffered, notOfFamily],
    handle: (scope, { params, body, ifMatch }) => agreeWindow(apis)(scope, params, body, ifMatch),
  }),
];

const ofDraft = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/drafts/:draftId/compromises',
    operationId: 'listCompromises',
    isHeavy: true,
    summary: 'Absences of a draft that were accepted: by whom, when, and what is given instead.',
    permission: composeTimetable,
    params: DraftParams,
    output: CompromiseList,
    problems: [draftUnknown],
    handle: (scope, { params }) => listCompromises(apis)(scope, params),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/compromises/:compromiseId/withdraw',
    operationId: 'withdrawCompromise',
    isHeavy: true,
    summary: 'Takes an accepted absence back.',
    permission: composeTimetable,
    params: CompromiseParams,
    output: CompromiseList,
    precondition: true,
    problems: [draftUnknown, draftEnded, compromiseUnknown, compromiseWithdrawn],
    handle: (scope, { params, ifMatch }) => withdrawCompromise(apis)(scope, params, ifMatch),
  }),
];
