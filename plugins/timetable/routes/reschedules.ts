import { signedIn } from '../../../server/access/permission.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { answerRequest } from '../commands/answerReschedule.ts';
import { askForReschedule } from '../commands/askForReschedule.ts';
import { proposeSlot } from '../commands/proposeSlot.ts';
import { withdrawRequest } from '../commands/withdrawReschedule.ts';
import { answerReschedule, askReschedule, seeLessons } from '../permissions.ts';
import {
  lessonBeingPublished,
  lessonCancelled,
  lessonMovedOn,
  lessonOutOfReach,
  lessonOver,
  lessonUnknown,
  lessonWithoutTeacher,
  rescheduleMovedOn,
  rescheduleNotYours,
  rescheduleOpen,
  rescheduleUnknown,
  slotImpossible,
  slotTaken,
} from '../problems.ts';
import { listFreeSlots } from '../queries/listFreeSlots.ts';
import { listReschedules, showReschedule } from '../queries/reschedules.ts';
import { LessonParams, SlotRequest } from '../schemas/lessons.ts';
import {
  AnswerReschedule,
  AskReschedule,
  FreeSlots,
  RescheduleList,
  RescheduleParams,
  RescheduleQuery,
  RescheduleView,
  WithdrawReschedule,
} from '../schemas/reschedules.ts';

const closed = [lessonUnknown, lessonOver, lessonCancelled, lessonBeingPublished, lessonWithoutTeacher] as const;
const slots = [slotImpossible, slotTaken] as const;
const moved = [rescheduleUnknown, rescheduleNotYours, rescheduleMovedOn, lessonMovedOn] as const;

/** Asking for another time of a lesson, and what becomes of it. */
export const rescheduleRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/lessons/:lessonId/free-slots',
    operationId: 'listFreeSlots',
    summary: 'Times of the coming days at which everybody concerned is free, best first, with the reasons.',
    permission: seeLessons,
    params: LessonParams,
    output: FreeSlots,
    problems: closed,
    handle: (scope, { params }) => listFreeSlots(apis, scope, params.lessonId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/reschedules',
    operationId: 'askReschedule',
    summary: 'Asks for another time of a lesson; a time that is named is held and put to the teacher.',
    permission: askReschedule,
    status: 201,
    params: LessonParams,
    body: AskReschedule,
    output: RescheduleView,
    problems: [...closed, ...slots, lessonOutOfReach, rescheduleOpen],
    handle: (scope, { params, body }) => askForReschedule(apis, scope, params.lessonId, body),
  }),
  defineRead({
    path: '/timetable/reschedules',
    operationId: 'listReschedules',
    summary: "Requests that concern the reader: own, children's, to answer, of own groups.",
    permission: signedIn,
    query: RescheduleQuery,
    output: RescheduleList,
    handle: (scope, { query }) => listReschedules(apis, scope, query),
  }),
  defineRead({
    path: '/timetable/reschedules/:rescheduleId',
    operationId: 'showReschedule',
    summary: 'One request with all its steps.',
    permission: signedIn,
    about: { what: 'timetable.request', whose: (_asked, { forPerson }) => [forPerson.id] },
    params: RescheduleParams,
    output: RescheduleView,
    problems: [rescheduleUnknown],
    handle: (scope, { params }) => showReschedule(apis, scope, params.rescheduleId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/propose',
    operationId: 'proposeSlot',
    summary: 'Puts a time to the teacher, also when the request had lapsed.',
    permission: askReschedule,
    params: RescheduleParams,
    body: SlotRequest,
    output: RescheduleView,
    problems: [...moved, ...closed, ...slots],
    handle: (scope, { params, body }) => proposeSlot(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/answer',
    operationId: 'answerReschedule',
    summary: 'The teacher consents, and the lesson moves, or declines.',
    permission: answerReschedule,
    params: RescheduleParams,
    body: AnswerReschedule,
    output: RescheduleView,
    problems: [...moved, lessonBeingPublished, slotTaken],
    handle: (scope, { params, body }) => answerRequest(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/withdraw',
    operationId: 'withdrawReschedule',
    summary: 'Takes a request back that nobody has answered.',
    permission: askReschedule,
    params: RescheduleParams,
    body: WithdrawReschedule,
    output: RescheduleView,
    problems: moved,
    handle: (scope, { params, body }) => withdrawRequest(apis, scope, params.rescheduleId, body),
  }),
];
