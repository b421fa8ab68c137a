import { everybody } from '../../audit/about.ts';
import type { Texts } from '../../host/texts.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { JobKind } from '../../jobs/job.ts';
import { mustImport } from '../access/runAs.ts';
import { beginExport } from '../commands/exports.ts';
import { addPiece, applyRun, beginImport, planRun, type RunJobs, undoRun } from '../commands/runs.ts';
import type { ExportInput } from '../jobs/exportJob.ts';
import { importPeople } from '../permissions.ts';
import {
  beyondYourRights,
  exportNotReady,
  importTooLarge,
  notLast,
  notPlanned,
  piecesMissing,
  runClosed,
  runUnknown,
  wholeSchoolOnly,
} from '../problems.ts';
import { exportFile } from '../queries/exportFile.ts';
import { listForms } from '../queries/listForms.ts';
import { showChanges, showFaults, showRun, showRuns } from '../queries/runViews.ts';
import {
  Answers,
  ChangePage,
  ChangesQuery,
  ExportParams,
  FaultPage,
  FaultsQuery,
  FileBytes,
  FormList,
  FormParams,
  NewExport,
  NewImport,
  NewPiece,
  RunList,
  RunParams,
  RunView,
  TemplateQuery,
  ToApply,
} from '../schemas/imports.ts';
import { csvTemplate, workbookTemplate } from '../writers/template.ts';

const pieceLimit = 800_000;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ofRun = { permission: importPeople, params: RunParams } as const;

export const importRoutes = (jobs: RunJobs & { readonly export: JobKind<ExportInput> }, texts: () => Texts) => [
  defineRead({
    path: '/import/runs',
    operationId: 'listImports',
    summary: 'Imports that were carried out, the last first',
    permission: importPeople,
    output: RunList,
    problems: [wholeSchoolOnly],
    handle: showRuns,
  }),
  defineWrite({
    method: 'post',
    path: '/import/runs',
    operationId: 'beginImport',
    summary: 'Begins an import: says which files will come; changes nothing of the school',
    permission: importPeople,
    body: NewImport,
    output: RunView,
    status: 201,
    problems: [wholeSchoolOnly, importTooLarge],
    handle: (scope, { body }) => beginImport(scope, body),
  }),
  defineRead({
    ...ofRun,
    path: '/import/runs/:runId',
    operationId: 'getImport',
    summary: 'An import: its files, what was understood of them, and how much it would change',
    output: RunView,
    problems: [wholeSchoolOnly, runUnknown],
    handle: (scope, { params }) => showRun(scope, params.runId),
  }),
  defineWrite({
    ...ofRun,
    method: 'put',
    path: '/import/runs/:runId/pieces',
    operationId: 'addImportPiece',
    summary: 'Stores one piece of one file, in base64; storing it again changes nothing',
    bodyLimit: pieceLimit,
    body: NewPiece,
    output: RunView,
    problems: [wholeSchoolOnly, runUnknown, runClosed, piecesMissing],
    handle: (scope, { params, body }) => addPiece(scope, params.runId, body),
  }),
  defineWrite({
    ...ofRun,
    method: 'post',
    path: '/import/runs/:runId/plan',
    operationId: 'planImport',
    summary: 'Has the import planned by a job, with what was said of headings and files; changes nothing of the school',
    body: Answers,
    output: RunView,
    status: 202,
    problems: [wholeSchoolOnly, runUnknown, runClosed, piecesMissing],
    handle: (scope, { params, body }) => planRun(jobs, scope, params.runId, body),
  }),
  defineRead({
    ...ofRun,
    path: '/import/runs/:runId/changes',
    operationId: 'listImportChanges',
    summary: 'What the import would change, or has changed, page by page',
    query: ChangesQuery,
    output: ChangePage,
    problems: [wholeSchoolOnly, runUnknown],
    handle: (scope, { params, query }) => showChanges(scope, params.runId, query),
  }),
  defineRead({
    ...ofRun,
    path: '/import/runs/:runId/faults',
    operationId: 'listImportFaults',
    summary: 'Everything that is wrong with the files, page by page',
    query: FaultsQuery,
    output: FaultPage,
    problems: [wholeSchoolOnly, runUnknown],
    handle: (scope, { params, query }) => showFaults(scope, params.runId, query.after),
  }),
  defineWrite({
    ...ofRun,
    method: 'post',
    path: '/import/runs/:runId/apply',
    operationId: 'applyImport',
    summary: 'Has the plan with this fingerprint carried out by a job, all or nothing',
    body: ToApply,
    output: RunView,
    status: 202,
    problems: [wholeSchoolOnly, runUnknown, runClosed, notPlanned, beyondYourRights],
    handle: (scope, { params, body }) => applyRun(jobs, scope, params.runId, body.fingerprint),
  }),
  defineWrite({
    ...ofRun,
    method: 'post',
    path: '/import/runs/:runId/undo',
    operationId: 'undoImport',
    summary: 'Has the last import taken back by a job, but for what was changed by hand since',
    output: RunView,
    status: 202,
    problems: [wholeSchoolOnly, runUnknown, runClosed, notLast, beyondYourRights],
    handle: (scope, { params }) => undoRun(jobs, scope, params.runId),
  }),
  defineRead({
    path: '/import/forms',
    operationId: 'listImportForms',
    summary: 'The forms of an import and what their columns are called',
    permission: importPeople,
    output: FormList,
    handle: async () => listForms(),
  }),
  defineRead({
    path: '/import/templates/:form/csv',
    operationId: 'getCsvTemplate',
    summary: 'An empty form to fill in, as text',
    permission: importPeople,
    params: FormParams,
    query: TemplateQuery,
    output: FileBytes,
    produces: 'text/csv',
    handle: async ({ actor }, { params, query }) => csvTemplate(params.form, query.language ?? actor.language),
  }),
  defineRead({
    path: '/import/templates/:form/xlsx',
    operationId: 'getWorkbookTemplate',
    summary: 'An empty form to fill in, as a workbook with explanations',
    permission: importPeople,
    params: FormParams,
    query: TemplateQuery,
    output: FileBytes,
    produces: workbook,
    handle: async ({ actor }, { params, query }) =>
      workbookTemplate(params.form, query.language ?? actor.language, texts()),
  }),
  defineWrite({
    method: 'post',
    path: '/import/exports',
    operationId: 'beginExport',
    summary: 'Has the whole school written into one file by a job',
    permission: importPeople,
    stepUp: true,
    body: NewExport,
    output: RunView,
    status: 201,
    problems: [wholeSchoolOnly],
    handle: (scope, { body }) => beginExport(jobs.export, scope, body),
  }),
  defineRead({
    permission: importPeople,
    params: ExportParams,
    path: '/import/exports/:exportId/file',
    operationId: 'getExportFile',
    summary: 'The file of a finished export',
    about: { what: 'import.export', whose: () => [everybody] },
    output: FileBytes,
    produces: 'application/octet-stream',
    problems: [wholeSchoolOnly, runUnknown, exportNotReady],
    handle: (scope, { params }) => {
      mustImport(scope);
      return exportFile(scope, params.exportId);
    },
  }),
];
