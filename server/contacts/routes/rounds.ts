import { signedIn } from '../../access/permission.ts';
import type { DocumentsApi } from '../../documents/api.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { confirmContacts } from '../commands/confirm.ts';
import { endRound, openRound, remindOfRound } from '../commands/rounds.ts';
import type { ContactsParts } from '../parts.ts';
import { runRounds } from '../permissions.ts';
import { askedAlready, dueInPast, notAsked, roundClosed, roundNotYours, roundUnknown } from '../problems.ts';
import { askedOfMe } from '../queries/askedOfMe.ts';
import { printRound } from '../queries/printRound.ts';
import { listRounds, roundGroupView, roundView } from '../queries/rounds.ts';
import {
  AskedOfMe,
  Confirmation,
  Done,
  NewRound,
  RoundGroupPath,
  RoundGroupView,
  RoundList,
  RoundPath,
  RoundView,
} from '../schemas.ts';

export const roundRoutes = (parts: ContactsParts, documents: DocumentsApi) => [
  defineRead({
    path: '/contact-rounds',
    operationId: 'listContactRounds',
    summary: 'Rounds in which families confirm their contacts, with the share that has.',
    permission: runRounds,
    output: RoundList,
    handle: (scope) => listRounds(scope, parts),
  }),
  defineWrite({
    method: 'post',
    path: '/contact-rounds',
    operationId: 'openContactRound',
    summary: 'Asks the families of groups to confirm their contacts until a day.',
    permission: runRounds,
    status: 201,
    body: NewRound,
    output: RoundView,
    problems: [askedAlready, dueInPast],
    handle: async (scope, { body }) => roundView(scope, parts, await openRound(scope, parts, body)),
  }),
  defineRead({
    path: '/contact-rounds/:roundId',
    operationId: 'getContactRound',
    summary: 'One round with the share of each group.',
    permission: runRounds,
    params: RoundPath,
    output: RoundView,
    problems: [roundUnknown],
    handle: (scope, { params }) => roundView(scope, parts, params.roundId),
  }),
  defineRead({
    path: '/contact-rounds/:roundId/groups/:groupId',
    operationId: 'getContactRoundOfGroup',
    summary: 'Who of a group has confirmed, and who has not.',
    permission: runRounds,
    params: RoundGroupPath,
    output: RoundGroupView,
    problems: [roundUnknown],
    handle: (scope, { params }) => roundGroupView(scope, parts, params.roundId, params.groupId),
  }),
  defineRead({
    path: '/contact-rounds/:roundId/groups/:groupId/sheet',
    operationId: 'printContactRound',
    summary: 'A page on paper for each family that has not confirmed.',
    permission: runRounds,
    params: RoundGroupPath,
    output: FileOutput,
    problems: [roundUnknown],
    handle: (scope, { params }) => printRound(scope, parts, documents, params.roundId, params.groupId),
  }),
  defineWrite({
    method: 'post',
    path: '/contact-rounds/:roundId/reminders',
    operationId: 'remindOfContactRound',
    summary: 'Asks those again who have not confirmed; each at most once a day.',
    permission: runRounds,
    params: RoundPath,
    output: Done,
    problems: [roundUnknown, roundClosed],
    handle: async (scope, { params }) => {
      await remindOfRound(scope, parts, params.roundId);
      return {};
    },
  }),
  defineWrite({
    method: 'post',
    path: '/contact-rounds/:roundId/end',
    operationId: 'endContactRound',
    summary: 'Ends a round.',
    permission: runRounds,
    params: RoundPath,
    output: RoundView,
    problems: [roundUnknown, roundNotYours, roundClosed],
    handle: async (scope, { params }) => {
      await endRound(scope, parts, params.roundId);
      return roundView(scope, parts, params.roundId);
    },
  }),
  defineRead({
    path: '/me/contact-confirmations',
    operationId: 'getAskedContacts',
    summary: 'What you are asked to confirm: your contacts and those of your children.',
    permission: signedIn,
    output: AskedOfMe,
    handle: (scope) => askedOfMe(scope, parts),
  }),
  defineWrite({
    method: 'post',
    path: '/contact-confirmations',
    operationId: 'confirmContacts',
    summary: 'Confirms that the contacts of people hold, in every open round that asks.',
    permission: signedIn,
    about: { notKept: 'The command keeps it itself.' },
    body: Confirmation,
    output: Done,
    problems: [notAsked],
    handle: async (scope, { body }) => {
      await confirmContacts(scope, parts, [...new Set(body.personIds)]);
      return {};
    },
  }),
];
