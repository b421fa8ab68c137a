import { defineRead, defineWrite, type Route } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { changeDraft, discardDraft } from '../commands/changeDraft.ts';
import { createDraft } from '../commands/createDraft.ts';
import { redoStep } from '../commands/redoStep.ts';
import { undoStep } from '../commands/undoStep.ts';
import { composeTimetable } from '../permissions.ts';
import {
  draftEnded,
  draftsApart,
  draftUnknown,
  groupsRepeated,
  nothingToRedo,
  nothingToUndo,
  termUnknown,
} from '../problems.ts';
import { compareDrafts } from '../queries/compareDrafts.ts';
import { draftHistory } from '../queries/draftHistory.ts';
import { explainDraft } from '../queries/explainDraft.ts';
import { listDrafts } from '../queries/listDrafts.ts';
import { listFindings } from '../queries/listFindings.ts';
import { showDraft } from '../queries/showDraft.ts';
import { ComparisonParams, DraftComparison } from '../schemas/comparison.ts';
import { DraftHistory } from '../schemas/draftHistory.ts';
import { Draft, DraftChange, DraftList, DraftListQuery, DraftParams, DraftQuery, NewDraft } from '../schemas/drafts.ts';
import { ExplanationView } from '../schemas/explanation.ts';
import { FindingList } from '../schemas/findings.ts';

/** Drafts as a whole. */
export const draftRoutes = (apis: Apis): readonly Route[] => [...madeOrRead(apis), ...changes(apis), ...readings(apis)];

const madeOrRead = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/drafts',
    operationId: 'listDrafts',
    summary: 'Drafts of which you compose every group, newest first.',
    permission: composeTimetable,
    query: DraftListQuery,
    output: DraftList,
    handle: (scope, { query }) => listDrafts(apis)(scope, query),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts',
    operationId: 'createDraft',
    isHeavy: true,
    summary: 'Begins a timetable for some groups, from the one that holds now or from nothing.',
    permission: composeTimetable,
    body: NewDraft,
    output: Draft,
    status: 201,
    problems: [groupsRepeated, termUnknown],
    handle: (scope, { body }) => createDraft(apis)(scope, body),
  }),
  defineRead({
    path: '/timetable/drafts/:draftId',
    operationId: 'getDraft',
    isHeavy: true,
    summary: 'A draft with its lessons, of all or of one group or teacher.',
    permission: composeTimetable,
    params: DraftParams,
    query: DraftQuery,
    output: Draft,
    problems: [draftUnknown],
    handle: (scope, { params, query }) => showDraft(apis)(scope, params, query),
  }),
];

const changes = (apis: Apis): readonly Route[] => [
  defineWrite({
    method: 'patch',
    path: '/timetable/drafts/:draftId',
    operationId: 'changeDraft',
    isHeavy: true,
    summary: 'Renames a draft, or changes its seed or rules.',
    permission: composeTimetable,
    params: DraftParams,
    body: DraftChange,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded],
    handle: (scope, { params, body, ifMatch }) => changeDraft(apis)(scope, params, body, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/discard',
    operationId: 'discardDraft',
    isHeavy: true,
    summary: 'Throws a draft away.',
    permission: composeTimetable,
    params: DraftParams,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded],
    handle: (scope, { params, ifMatch }) => discardDraft(apis)(scope, params, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/undo',
    operationId: 'undoDraftStep',
    isHeavy: true,
    summary: 'Takes back the last move, lock or solution of a draft.',
    permission: composeTimetable,
    params: DraftParams,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, nothingToUndo],
    handle: (scope, { params, ifMatch }) => undoStep(apis)(scope, params, ifMatch),
  }),
  defineWrite({
    method: 'post',
    path: '/timetable/drafts/:draftId/redo',
    operationId: 'redoDraftStep',
    isHeavy: true,
    summary: 'Does again what was taken back last, unless something else was done since.',
    permission: composeTimetable,
    params: DraftParams,
    output: Draft,
    precondition: true,
    problems: [draftUnknown, draftEnded, nothingToRedo],
    handle: (scope, { params, ifMatch }) => redoStep(apis)(scope, params, ifMatch),
  }),
];

const readings = (apis: Apis): readonly Route[] => [
  defineRead({
    path: '/timetable/drafts/:draftId/compare/:otherId',
    operationId: 'compareDrafts',
    isHeavy: true,
    summary: 'Two drafts of a term side by side: their scores rule by rule, and the lessons that lie elsewhere.',
    permission: composeTimetable,
    params: ComparisonParams,
    output: DraftComparison,
    problems: [draftUnknown, draftsApart],
    handle: (scope, { params }) => compareDrafts(apis)(scope, params),
  }),
  defineRead({
    path: '/timetable/drafts/:draftId/explanation',
    operationId: 'explainDraft',
    isHeavy: true,
    summary: 'Where the score of a draft comes from, constraint by constraint with the lessons concerned.',
    permission: composeTimetable,
    params: DraftParams,
    output: ExplanationView,
    problems: [draftUnknown],
    handle: (scope, { params }) => explainDraft(apis)(scope, params),
  }),
  defineRead({
    path: '/timetable/drafts/:draftId/findings',
    operationId: 'listDraftFindings',
    isHeavy: true,
    summary: 'What stands in the way of a whole timetable before it is solved, and the fairest way out.',
    permission: composeTimetable,
    params: DraftParams,
    output: FindingList,
    problems: [draftUnknown],
    handle: (scope, { params }) => listFindings(apis)(scope, params),
  }),
  defineRead({
    path: '/timetable/drafts/:draftId/history',
    operationId: 'listDraftSteps',
    summary: 'What was done to the lessons of a draft, newest first.',
    permission: composeTimetable,
    params: DraftParams,
    output: DraftHistory,
    problems: [draftUnknown],
    handle: (scope, { params }) => draftHistory(apis)(scope, params),
  }),
];
