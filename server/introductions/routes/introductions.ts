import { signedIn } from '../../access/permission.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { saveItems } from '../commands/items.ts';
import { noteMeeting } from '../commands/meetings.ts';
import type { IntroductionParts } from '../parts.ts';
import { editItems, noteMeetings, seeIntroductions, seeNewcomers } from '../permissions.ts';
import { metInFuture, notOnList } from '../problems.ts';
import { listItems } from '../queries/listItems.ts';
import { groupNewcomers, waitingNewcomers } from '../queries/newcomers.ts';
import { whoIsWho } from '../queries/whoIsWho.ts';
import {
  GroupPath,
  Items,
  ItemsInput,
  Meeting,
  Newcomers,
  StudentPath,
  WaitingNewcomers,
  WhoIsWho,
} from '../schemas.ts';

export const introductionRoutes = (parts: IntroductionParts) => [
  defineRead({
    path: '/students/:studentId/introductions',
    operationId: 'getWhoIsWho',
    summary: 'Who is who around a student: tutor, teachers, psychologist, coordinator, classmates.',
    permission: seeIntroductions,
    about: { notKept: 'Shows a student’s family who works with the student; staff are shown, not the student.' },
    params: StudentPath,
    output: WhoIsWho,
    handle: (scope, { params }) => whoIsWho(scope, parts, params.studentId),
  }),
  defineWrite({
    method: 'post',
    path: '/students/:studentId/meetings',
    operationId: 'noteMeeting',
    summary: 'Notes that a student has met somebody, or learned something, or takes that back.',
    permission: noteMeetings,
    about: { what: 'introductions.meeting-noted', whose: ({ params }) => [params.studentId] },
    params: StudentPath,
    body: Meeting,
    output: WhoIsWho,
    problems: [notOnList, metInFuture],
    handle: async (scope, { params, body }) => {
      await noteMeeting(scope, parts, params.studentId, body);
      return whoIsWho(scope, parts, params.studentId);
    },
  }),
  defineRead({
    path: '/groups/:groupId/newcomers',
    operationId: 'listNewcomers',
    summary: 'The checklists of a group’s newcomers.',
    permission: seeNewcomers,
    params: GroupPath,
    output: Newcomers,
    handle: (scope, { params }) => groupNewcomers(scope, parts, params.groupId),
  }),
  defineRead({
    path: '/me/newcomers',
    operationId: 'listWaitingNewcomers',
    summary: 'Newcomers of your own groups who have not met everybody.',
    permission: seeNewcomers,
    output: WaitingNewcomers,
    handle: (scope) => waitingNewcomers(scope, parts),
  }),
  defineRead({
    path: '/introduction-items',
    operationId: 'listIntroductionItems',
    summary: 'What every newcomer is to learn, beside people.',
    permission: signedIn,
    output: Items,
    handle: (scope) => listItems(scope),
  }),
  defineWrite({
    method: 'put',
    path: '/introduction-items',
    operationId: 'saveIntroductionItems',
    summary: 'Decides what every newcomer is to learn.',
    permission: editItems,
    body: ItemsInput,
    output: Items,
    problems: [notOnList],
    handle: async (scope, { body }) => {
      await saveItems(scope, parts, body);
      return listItems(scope);
    },
  }),
];
