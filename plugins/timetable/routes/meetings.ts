import { defineQuestion, defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import { roomUnreachable } from '../../../server/rooms/api.ts';
import type { Apis } from '../apis.ts';
import { cancelMeeting, makeMeeting, moveMeeting } from '../commands/meetings.ts';
import { planMeetings, seeLessons } from '../permissions.ts';
import {
  inviteeUnknown,
  meetingNotYours,
  meetingOver,
  meetingUnknown,
  roomNotOpen,
  slotImpossible,
  slotTaken,
  tooManyInvited,
} from '../problems.ts';
import { enterMeeting } from '../queries/enterMeeting.ts';
import { meetingTimes, otherTimes } from '../queries/meetingTimes.ts';
import { listMeetings, showMeeting } from '../queries/meetingViews.ts';
import { RoomEntry } from '../schemas/lessons.ts';
import {
  MeetingList,
  MeetingParams,
  MeetingSearch,
  MeetingsQuery,
  MeetingTimes,
  MeetingView,
  MoveMeeting,
  NewMeeting,
  OtherTimes,
} from '../schemas/meetings.ts';

const invitedPeople = (_asked: unknown, { invited }: MeetingView): readonly string[] => invited.map(({ id }) => id);

/** "When can we meet?", and the meeting that comes of it. */
export const meetingRoutes = (apis: Apis): readonly Route[] => [
  defineQuestion({
    path: '/timetable/meetings/times',
    operationId: 'findMeetingTimes',
    summary: 'When these people could meet, best first, and who of them could not; never what anybody does then.',
    permission: planMeetings,
    about: { what: 'timetable.meeting-times', whose: (_asked, { people }) => people.map(({ id }) => id) },
    isHeavy: true,
    body: MeetingSearch,
    output: MeetingTimes,
    problems: [inviteeUnknown, tooManyInvited],
    handle: (scope, { body }) => meetingTimes(apis, scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/meetings',
    operationId: 'makeMeeting',
    summary: 'Invites people to meet online; the time is taken from everybody who is free.',
    permission: planMeetings,
    about: { what: 'timetable.meeting', whose: invitedPeople },
    status: 201,
    body: NewMeeting,
    output: MeetingView,
    problems: [inviteeUnknown, tooManyInvited, slotImpossible, slotTaken],
    handle: (scope, { body }) => makeMeeting(apis, scope, body),
  }),
  defineRead({
    path: '/timetable/meetings',
    operationId: 'listMeetings',
    summary: 'Meetings to which you, or children of yours, are invited: those to come, or the last ones that are over.',
    permission: seeLessons,
    query: MeetingsQuery,
    output: MeetingList,
    handle: (scope, { query }) => listMeetings(apis, scope, query),
  }),
  defineRead({
    path: '/timetable/meetings/:meetingId',
    operationId: 'showMeeting',
    summary: 'A meeting to which you, or a child of yours, are invited.',
    permission: seeLessons,
    about: { what: 'timetable.meeting-seen', whose: invitedPeople },
    params: MeetingParams,
    output: MeetingView,
    problems: [meetingUnknown],
    handle: (scope, { params }) => showMeeting(apis, scope, params.meetingId),
  }),
  defineRead({
    path: '/timetable/meetings/:meetingId/times',
    operationId: 'listTimesOfMeeting',
    summary: 'Other times for a meeting that you planned.',
    permission: planMeetings,
    about: { what: 'timetable.meeting-times', whose: (_asked, { people }) => people.map(({ id }) => id) },
    isHeavy: true,
    params: MeetingParams,
    query: OtherTimes,
    output: MeetingTimes,
    problems: [meetingUnknown, meetingNotYours],
    handle: (scope, { params, query }) => otherTimes(apis, scope, params.meetingId, query),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/meetings/:meetingId/move',
    operationId: 'moveMeeting',
    summary: 'Another time for a meeting that you planned.',
    permission: planMeetings,
    precondition: true,
    params: MeetingParams,
    body: MoveMeeting,
    output: MeetingView,
    problems: [meetingUnknown, meetingNotYours, meetingOver, slotImpossible, slotTaken],
    handle: (scope, { params, body, ifMatch }) => moveMeeting(apis, scope, params.meetingId, ifMatch, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/meetings/:meetingId/cancel',
    operationId: 'cancelMeeting',
    summary: 'Calls off a meeting that you planned.',
    permission: planMeetings,
    precondition: true,
    params: MeetingParams,
    output: MeetingView,
    problems: [meetingUnknown, meetingNotYours, meetingOver],
    handle: (scope, { params, ifMatch }) => cancelMeeting(apis, scope, params.meetingId, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/meetings/:meetingId/enter',
    operationId: 'enterMeeting',
    summary: 'Opens the room of a meeting for you: as moderator when you planned it.',
    permission: seeLessons,
    secret: true,
    params: MeetingParams,
    output: RoomEntry,
    problems: [meetingUnknown, meetingOver, roomNotOpen, roomUnreachable],
    prepare: (scope, { params }) => enterMeeting(apis, scope, params.meetingId),
    handle: async (_scope, _input, entry) => entry,
  }),
];
