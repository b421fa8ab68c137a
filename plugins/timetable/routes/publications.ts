import { defineQuestion, defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { cancelPublication } from '../commands/cancelPublication.ts';
import { decideException } from '../commands/decideException.ts';
import { planToPublish, startPublication } from '../commands/startPublication.ts';
import { publishTimetable } from '../permissions.ts';
import {
  agreementMissing,
  alreadyPublishing,
  draftEnded,
  draftUnknown,
  effectiveDateOutside,
  exceptionDecided,
  exceptionUnknown,
  lessonBeingPublished,
  lessonOver,
  planChanged,
  publicationDone,
  publicationUnknown,
  slotImpossible,
  slotTaken,
} from '../problems.ts';
import { previewPublication } from '../queries/previewPublication.ts';
import { listPublications, showPublication } from '../queries/showPublication.ts';
import {
  DateDecision,
  ExceptionParams,
  PlanRequest,
  PublicationList,
  PublicationParams,
  PublicationPreview,
  PublicationStarted,
  PublicationView,
  PublishRequest,
} from '../schemas/publications.ts';

/** Publishing a draft: what it would change, and doing exactly that. */
export const publicationRoutes = (apis: Apis): readonly Route[] => [
  defineQuestion({
    path: '/timetable/publication-previews',
    operationId: 'previewPublication',
    isHeavy: true,
    summary: 'Exactly what publishing a draft would change, and who would be told. Changes nothing.',
    permission: publishTimetable,
    body: PlanRequest,
    output: PublicationPreview,
    bodyLimit: 2_000_000,
    problems: [draftUnknown, draftEnded, effectiveDateOutside],
    handle: (scope, { body }) => previewPublication(apis, scope, body),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/publications',
    operationId: 'publishTimetable',
    isHeavy: true,
    summary: 'Publishes what a preview showed. A job makes it visible when it is whole.',
    permission: publishTimetable,
    status: 202,
    body: PublishRequest,
    output: PublicationStarted,
    bodyLimit: 2_000_000,
    problems: [draftUnknown, draftEnded, effectiveDateOutside, planChanged, alreadyPublishing, agreementMissing],
    prepare: (scope, { body }) => planToPublish(apis, scope, body),
    handle: (scope, { body }, plan) => startPublication(apis, scope, body, plan),
  }),
  defineRead({
    path: '/timetable/publications',
    operationId: 'listPublications',
    summary: 'What was published for groups within reach, last first.',
    permission: publishTimetable,
    output: PublicationList,
    handle: (scope) => listPublications(apis, scope),
  }),
  defineRead({
    path: '/timetable/publications/:publicationId',
    operationId: 'showPublication',
    isHeavy: true,
    summary: 'A publication: its changes, the dates that wait for a decision, and who is in two places.',
    permission: publishTimetable,
    params: PublicationParams,
    output: PublicationView,
    problems: [publicationUnknown],
    handle: (scope, { params }) => showPublication(apis, scope, params.publicationId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/publications/:publicationId/cancel',
    operationId: 'cancelPublication',
    summary: 'Stops a publication that is not whole yet; what it did so far is taken back.',
    permission: publishTimetable,
    status: 202,
    params: PublicationParams,
    output: PublicationStarted,
    problems: [publicationUnknown, publicationDone],
    handle: (scope, { params }) => cancelPublication(apis, scope, params.publicationId),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/exceptions/:exceptionId/decide',
    operationId: 'decideException',
    summary: 'Decides what happens on a date on which the weekly timetable fails: move, cancel or accept.',
    permission: publishTimetable,
    params: ExceptionParams,
    body: DateDecision,
    output: PublicationView,
    problems: [exceptionUnknown, exceptionDecided, lessonBeingPublished, lessonOver, slotImpossible, slotTaken],
    handle: (scope, { params, body }) => decideException(apis, scope, params.exceptionId, body),
  }),
];
