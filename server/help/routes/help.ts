import { signedIn } from '../../access/permission.ts';
import type { GuidesApi } from '../../guides/api.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import { askHelp } from '../commands/askHelp.ts';
import { assignRequest } from '../commands/assign.ts';
import { sayInRequest, setRequestState } from '../commands/say.ts';
import type { HelpParts } from '../parts.ts';
import {
  alreadySo,
  notYoursToReopen,
  ownerDoesNotFit,
  requestClosed,
  requestUnknown,
  workplaceIsForStaff,
} from '../problems.ts';
import { listOwners, listRequests, ownerOfQuestion, requestView } from '../queries/helpViews.ts';
import {
  HelpAssigned,
  HelpAssignment,
  HelpMessage,
  HelpOwner,
  HelpOwnerQuery,
  HelpOwners,
  HelpPage,
  HelpPath,
  HelpQuery,
  HelpState,
  HelpView,
  NewHelpRequest,
} from '../schemas.ts';

export const helpRoutes = (parts: HelpParts & { readonly guides: GuidesApi }) => [
  ...reads(parts),
  ...changes(parts),
  defineWrite({
    method: 'post',
    path: '/help/requests',
    operationId: 'askHelp',
    summary: 'Asks for help; the answer whose it is comes with the reply.',
    permission: signedIn,
    about: { notKept: 'The request itself is kept, with who asked.' },
    status: 201,
    body: NewHelpRequest,
    output: HelpView,
    problems: [workplaceIsForStaff],
    handle: async (scope, { body }) => requestView(scope, parts, await askHelp(scope, parts, body)),
  }),
];

const changes = (parts: HelpParts) => [
  defineWrite({
    method: 'post',
    path: '/help/requests/:helpId/messages',
    operationId: 'answerHelp',
    summary: 'Answers a request; of the asker, adds to it.',
    permission: signedIn,
    status: 201,
    params: HelpPath,
    body: HelpMessage,
    output: HelpView,
    problems: [requestUnknown, requestClosed],
    handle: async (scope, { params, body }) => {
      await sayInRequest(scope, parts, params.helpId, body);
      return requestView(scope, parts, params.helpId);
    },
  }),
  defineWrite({
    method: 'put',
    path: '/help/requests/:helpId/state',
    operationId: 'setHelpState',
    summary: 'Closes a request or opens it again.',
    permission: signedIn,
    params: HelpPath,
    body: HelpState,
    output: HelpView,
    problems: [requestUnknown, alreadySo, notYoursToReopen],
    handle: async (scope, { params, body }) => {
      await setRequestState(scope, parts, params.helpId, body);
      return requestView(scope, parts, params.helpId);
    },
  }),
  defineWrite({
    method: 'put',
    path: '/help/requests/:helpId/owner',
    operationId: 'assignHelp',
    summary: 'Gives a request to somebody else.',
    permission: signedIn,
    precondition: true,
    params: HelpPath,
    body: HelpAssignment,
    output: HelpAssigned,
    problems: [requestUnknown, requestClosed, ownerDoesNotFit],
    handle: (scope, { params, body, ifMatch }) => assignRequest(scope, parts, params.helpId, body, ifMatch),
  }),
];

const reads = (parts: HelpParts) => [
  defineRead({
    path: '/help/requests',
    operationId: 'listHelpRequests',
    summary: 'Requests that you asked, answer or manage, newest first.',
    permission: signedIn,
    about: { notKept: 'A list of the reader’s own requests; each is kept when it is opened.' },
    query: HelpQuery,
    output: HelpPage,
    handle: (scope, { query }) => listRequests(scope, parts, query),
  }),
  defineRead({
    path: '/help/owner',
    operationId: 'getHelpOwner',
    summary: 'To whom a question would go, and what may be asked.',
    permission: signedIn,
    about: { notKept: 'Tells only who would answer.' },
    query: HelpOwnerQuery,
    output: HelpOwner,
    handle: (scope, { query }) => ownerOfQuestion(scope, parts, query.studentId),
  }),
  defineRead({
    path: '/help/requests/:helpId',
    operationId: 'getHelpRequest',
    summary: 'One request with everything that was said.',
    permission: signedIn,
    about: { what: 'help.read', whose: (_asked, { about }) => (about ? [about.id] : []) },
    params: HelpPath,
    output: HelpView,
    problems: [requestUnknown],
    handle: (scope, { params }) => requestView(scope, parts, params.helpId),
  }),
  defineRead({
    path: '/help/requests/:helpId/owners',
    operationId: 'listHelpOwners',
    summary: 'To whom you may give a request.',
    permission: signedIn,
    params: HelpPath,
    output: HelpOwners,
    problems: [requestUnknown],
    handle: (scope, { params }) => listOwners(scope, parts, params.helpId),
  }),
];
