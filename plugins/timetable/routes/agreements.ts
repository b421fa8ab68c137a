import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { agree, askAgreement, decideObjection, object, withdrawObjection } from '../commands/agreements.ts';
import { setSilence } from '../commands/setSilence.ts';
import { answerAgreement, publishTimetable } from '../permissions.ts';
import {
  agreementDayOver,
  agreementUnknown,
  draftEnded,
  draftUnknown,
  homeSchoolUnknown,
  objectionDecided,
  objectionUnknown,
  placeOfObjectionUnknown,
} from '../problems.ts';
import { agreementsOf, agreementView, listAgreements } from '../queries/agreements.ts';
import { groupObjections } from '../queries/groupObjections.ts';
import {
  AgreementList,
  AgreementPath,
  AgreementView,
  AskAgreement,
  DraftAgreements,
  DraftPath,
  GroupObjections,
  GroupPath,
  NewObjection,
  ObjectionDecision,
  ObjectionPath,
  SilenceInput,
  SilenceView,
} from '../schemas/agreements.ts';
import { HomeSchoolParams } from '../schemas/policies.ts';

/** Home schools agree or object before a draft is published. */
export const agreementRoutes = (apis: Apis): readonly Route[] => [...ofComposer(apis), ...ofHomeSchool(apis)];

const ofComposer = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/drafts/:draftId/agreements',
    operationId: 'getDraftAgreements',
    summary: 'What the home schools say of a draft.',
    permission: publishTimetable,
    params: DraftPath,
    output: DraftAgreements,
    problems: [draftUnknown],
    handle: (scope, { params }) => agreementsOf(scope, apis, params.draftId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/agreements',
    operationId: 'askAgreement',
    summary: 'Asks the home schools of a draft’s students whether they agree, until a day.',
    permission: publishTimetable,
    params: DraftPath,
    body: AskAgreement,
    output: DraftAgreements,
    problems: [draftUnknown, draftEnded, agreementDayOver],
    handle: async (scope, { params, body }) => {
      await askAgreement(scope, apis, params.draftId, body);
      return agreementsOf(scope, apis, params.draftId);
    },
  }),
  defineRead({
    path: '/timetable/groups/:groupId/objections',
    operationId: 'listGroupObjections',
    summary: 'What home schools object to in a group’s lessons, in drafts of yours, while nobody has answered.',
    permission: publishTimetable,
    params: GroupPath,
    output: GroupObjections,
    handle: (scope, { params }) => groupObjections(scope, apis, params.groupId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/objections/:objectionId/decision',
    operationId: 'decideObjection',
    summary: 'Answers an objection, or goes on in spite of it, with the reason.',
    permission: publishTimetable,
    params: ObjectionPath,
    body: ObjectionDecision,
    output: DraftAgreements,
    problems: [objectionUnknown, draftUnknown, draftEnded, objectionDecided],
    handle: async (scope, { params, body }) =>
      agreementsOf(scope, apis, await decideObjection(scope, apis, params.objectionId, body)),
  }),
];

const ofHomeSchool = (apis: Apis): readonly Route[] => [
  defineWrite({
    method: 'put',
    path: '/timetable/home-schools/:homeSchoolId/agreement-policy',
    operationId: 'setSilence',
    summary: 'Says after how many days the silence of your home school agrees to a draft, or that it never does.',
    permission: answerAgreement,
    precondition: true,
    params: HomeSchoolParams,
    body: SilenceInput,
    output: SilenceView,
    problems: [homeSchoolUnknown],
    handle: (scope, { params, body, ifMatch }) => setSilence(scope, apis, params.homeSchoolId, ifMatch, body),
  }),
  defineRead({
    path: '/timetable/agreements',
    operationId: 'listAgreements',
    summary: 'What your home schools are asked about drafts.',
    permission: answerAgreement,
    output: AgreementList,
    handle: (scope) => listAgreements(scope, apis),
  }),
  defineRead({
    path: '/timetable/agreements/:agreementId',
    operationId: 'getAgreement',
    summary: 'The lessons that a draft has for the students of a home school.',
    permission: answerAgreement,
    params: AgreementPath,
    output: AgreementView,
    problems: [agreementUnknown],
    handle: (scope, { params }) => agreementView(scope, apis, params.agreementId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/agreements/:agreementId/agree',
    operationId: 'agreeToDraft',
    summary: 'Agrees to the lessons as they are now.',
    permission: answerAgreement,
    params: AgreementPath,
    output: AgreementView,
    problems: [agreementUnknown, draftEnded],
    handle: async (scope, { params }) => {
      await agree(scope, params.agreementId);
      return agreementView(scope, apis, params.agreementId);
    },
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/agreements/:agreementId/objections',
    operationId: 'objectToDraft',
    summary: 'Objects to a group’s lessons, to those of one course or to a single one, with the reason.',
    permission: answerAgreement,
    status: 201,
    params: AgreementPath,
    body: NewObjection,
    output: AgreementView,
    problems: [agreementUnknown, draftEnded, placeOfObjectionUnknown],
    handle: async (scope, { params, body }) => {
      await object(scope, apis, params.agreementId, body);
      return agreementView(scope, apis, params.agreementId);
    },
  }),
  defineWrite({
    method: 'delete',
    path: '/timetable/objections/:objectionId',
    operationId: 'withdrawObjection',
    summary: 'Takes an objection of your home school back.',
    permission: answerAgreement,
    params: ObjectionPath,
    output: AgreementView,
    problems: [objectionUnknown, agreementUnknown, objectionDecided],
    handle: async (scope, { params }) =>
      agreementView(scope, apis, await withdrawObjection(scope, apis, params.objectionId)),
  }),
];
