import { signedIn } from '../../../server/access/permission.ts';
import { fileNotYours, fileUnknown } from '../../../server/files/api.ts';
import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { answerRequest } from '../commands/answerReschedule.ts';
import { askForReschedule } from '../commands/askForReschedule.ts';
import { confirmRequest } from '../commands/confirmReschedule.ts';
import { counterSlot, proposeSlot } from '../commands/proposeSlot.ts';
import { withdrawRequest } from '../commands/withdrawReschedule.ts';
import { answerReschedule, askReschedule, seeLessons } from '../permissions.ts';
import {
  askedTooLate,
  askedTooOften,
  lessonBeingPublished,
  lessonCancelled,
  lessonMovedOn,
  lessonNotMissed,
  lessonOutOfReach,
  lessonOver,
  lessonUnknown,
  lessonWithoutTeacher,
  nothingPublished,
  rescheduleMovedOn,
  rescheduleNotYours,
  rescheduleOpen,
  rescheduleUnknown,
  slotImpossible,
  slotTaken,
} from '../problems.ts';
import { listFreeSlots, listSlotsOfRequest } from '../queries/listFreeSlots.ts';
import { listReschedules, showReschedule } from '../queries/reschedules.ts';
import { LessonParams } from '../schemas/lessons.ts';
import {
  AnswerReschedule,
  AskReschedule,
  ConfirmReschedule,
  CounterProposal,
  FreeSlots,
  FreeSlotsQuery,
  ProposeSlot,
  RescheduleList,
  RescheduleParams,
  RescheduleQuery,
  RescheduleView,
  WithdrawReschedule,
} from '../schemas/reschedules.ts';

const closed = [
  lessonUnknown,
  lessonOver,
  lessonNotMissed,
  lessonCancelled,
  lessonBeingPublished,
  lessonWithoutTeacher,
] as const;
const slots = [slotImpossible, slotTaken] as const;
const moved = [rescheduleUnknown, rescheduleNotYours, rescheduleMovedOn, lessonMovedOn] as const;

/** For whom it is asked. */
const ofRequest = (_asked: unknown, { forPerson }: RescheduleView): readonly string[] =>
  forPerson ? [forPerson.id] : [];

/** Of whom it is told by name that they could not come. */
const absentIn = ({ items }: FreeSlots): readonly string[] => [
  ...new Set(
    items.flatMap(({ reasons }) => reasons.flatMap((reason) => (reason.kind === 'absences' ? reason.personIds : []))),
  ),
];

/** Asking for another time of a lesson, and what becomes of it. */
export const rescheduleRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/lessons/:lessonId/free-slots',
    operationId: 'listFreeSlots',
    summary: 'Times of the coming days at which everybody concerned is free, best first, with the reasons.',
    permission: seeLessons,
    about: {
      what: 'timetable.slots',
      whose: ({ query }, slots) => [...(query.forPersonId ? [query.forPersonId] : []), ...absentIn(slots)],
    },
    params: LessonParams,
    query: FreeSlotsQuery,
    output: FreeSlots,
    problems: closed,
    handle: (scope, { params, query }) => listFreeSlots(apis, scope, params.lessonId, query),
  }),
  defineRead({
    path: '/timetable/reschedules/:rescheduleId/free-slots',
    operationId: 'listSlotsOfRequest',
    summary: 'Times for a request, hours that were wished for first; where none is free, lessons that could make room.',
    permission: signedIn,
    about: { what: 'timetable.slots', whose: (_asked, slots) => absentIn(slots) },
    params: RescheduleParams,
    output: FreeSlots,
    problems: [rescheduleUnknown, ...closed],
    handle: (scope, { params }) => listSlotsOfRequest(apis, scope, params.rescheduleId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/lessons/:lessonId/reschedules',
    operationId: 'askReschedule',
    summary: 'Asks for another time of a lesson; a time that is named is held and put to the teacher.',
    permission: askReschedule,
    about: { what: 'timetable.request-asked', whose: ofRequest },
    status: 201,
    params: LessonParams,
    body: AskReschedule,
    output: RescheduleView,
    problems: [
      ...closed,
      ...slots,
      lessonOutOfReach,
      rescheduleOpen,
      askedTooLate,
      askedTooOften,
      fileNotYours,
      fileUnknown,
    ],
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
    about: { what: 'timetable.request', whose: ofRequest },
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
    about: { what: 'timetable.request-changed', whose: ofRequest },
    params: RescheduleParams,
    body: ProposeSlot,
    output: RescheduleView,
    problems: [...moved, ...closed, ...slots, lessonOutOfReach],
    handle: (scope, { params, body }) => proposeSlot(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/answer',
    operationId: 'answerReschedule',
    summary: 'A teacher agrees to the proposed time, or declines.',
    permission: answerReschedule,
    about: { what: 'timetable.request-changed', whose: ofRequest },
    params: RescheduleParams,
    body: AnswerReschedule,
    output: RescheduleView,
    problems: [...moved, lessonBeingPublished, slotTaken, nothingPublished],
    handle: (scope, { params, body }) => answerRequest(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/counter',
    operationId: 'counterReschedule',
    summary: 'The teacher answers with another time.',
    permission: answerReschedule,
    about: { what: 'timetable.request-changed', whose: ofRequest },
    params: RescheduleParams,
    body: CounterProposal,
    output: RescheduleView,
    problems: [...moved, ...closed, ...slots],
    handle: (scope, { params, body }) => counterSlot(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/confirm',
    operationId: 'confirmReschedule',
    summary: 'The last word of the tutor, or of the coordinator: the lessons move, or nothing does.',
    permission: signedIn,
    about: { what: 'timetable.request-changed', whose: ofRequest },
    params: RescheduleParams,
    body: ConfirmReschedule,
    output: RescheduleView,
    problems: [...moved, lessonBeingPublished, slotTaken, nothingPublished],
    handle: (scope, { params, body }) => confirmRequest(apis, scope, params.rescheduleId, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/reschedules/:rescheduleId/withdraw',
    operationId: 'withdrawReschedule',
    summary: 'Takes a request back that nobody has answered.',
    permission: askReschedule,
    about: { what: 'timetable.request-changed', whose: ofRequest },
    params: RescheduleParams,
    body: WithdrawReschedule,
    output: RescheduleView,
    problems: moved,
    handle: (scope, { params, body }) => withdrawRequest(apis, scope, params.rescheduleId, body),
  }),
];
