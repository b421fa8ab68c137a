import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { setGroupRoom, setOwnRoom } from '../commands/setRoomChoice.ts';
import { chooseOwnRoom, seeLessons, setGroupPolicy } from '../permissions.ts';
import { roomNotThere } from '../problems.ts';
import { groupRoom, ownRoom } from '../queries/roomChoices.ts';
import { GroupParams } from '../schemas/lessons.ts';
import { RoomChoiceInput, RoomChoiceView } from '../schemas/roomChoices.ts';

/** Where lessons are held: on which video server, or at a link of one's own. */
export const roomChoiceRoutes = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/groups/:groupId/room',
    operationId: 'getGroupRoom',
    summary: 'Where a group holds its lessons.',
    permission: seeLessons,
    params: GroupParams,
    output: RoomChoiceView,
    handle: (scope, { params }) => groupRoom(apis, scope, params.groupId),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/groups/:groupId/room',
    operationId: 'setGroupRoom',
    summary: 'Says where a group holds its lessons; links of lessons stay as they are.',
    permission: setGroupPolicy,
    precondition: true,
    params: GroupParams,
    body: RoomChoiceInput,
    output: RoomChoiceView,
    problems: [roomNotThere],
    handle: (scope, { params, body, ifMatch }) => setGroupRoom(apis, scope, params.groupId, ifMatch, body),
  }),
  defineRead({
    path: '/timetable/my-room',
    operationId: 'getMyRoom',
    summary: 'Where you hold lessons of groups that chose nothing themselves.',
    permission: chooseOwnRoom,
    output: RoomChoiceView,
    handle: (scope) => ownRoom(apis, scope),
  }),
  defineWrite({
    method: 'put',
    path: '/timetable/my-room',
    operationId: 'setMyRoom',
    summary: 'Says where you hold lessons of groups that chose nothing themselves.',
    permission: chooseOwnRoom,
    precondition: true,
    body: RoomChoiceInput,
    output: RoomChoiceView,
    problems: [roomNotThere],
    handle: (scope, { body, ifMatch }) => setOwnRoom(apis, scope, ifMatch, body),
  }),
];
