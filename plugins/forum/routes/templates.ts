import { defineRead, defineWrite } from '../../../server/http/route.ts';
import type { Apis } from '../apis.ts';
import { addTemplate, changeTemplate, removeTemplate } from '../commands/templates.ts';
import { sendLetters } from '../permissions.ts';
import { nothingWritten, templateUnknown } from '../problems.ts';
import { listTemplates, listTemplateVersions } from '../queries/templates.ts';
import { Done } from '../schemas/common.ts';
import { TemplateList, TemplatePath, TemplateToSave, TemplateView } from '../schemas/templates.ts';

export const templateRoutes = (apis: Apis) => [
  defineRead({
    path: '/forum/letter-templates',
    operationId: 'listLetterTemplates',
    summary: 'Templates of letters, those of the school first.',
    permission: sendLetters,
    output: TemplateList,
    handle: (scope) => listTemplates(scope, apis),
  }),
  defineRead({
    path: '/forum/letter-templates/:templateId/versions',
    operationId: 'listLetterTemplateVersions',
    summary: 'What a template of letters was over time.',
    permission: sendLetters,
    params: TemplatePath,
    output: TemplateList,
    problems: [templateUnknown],
    handle: (scope, { params }) => listTemplateVersions(scope, apis, params.templateId),
  }),
  defineWrite({
    method: 'post',
    path: '/forum/letter-templates',
    operationId: 'addLetterTemplate',
    summary: 'Keeps a letter as a template for everybody who writes letters.',
    permission: sendLetters,
    status: 201,
    body: TemplateToSave,
    output: TemplateView,
    problems: [nothingWritten],
    handle: (scope, { body }) => addTemplate(scope, apis, body),
  }),
  defineWrite({
    method: 'put',
    path: '/forum/letter-templates/:templateId',
    operationId: 'changeLetterTemplate',
    summary: 'Keeps a change of a template as its next version.',
    permission: sendLetters,
    precondition: true,
    params: TemplatePath,
    body: TemplateToSave,
    output: TemplateView,
    problems: [nothingWritten, templateUnknown],
    handle: (scope, { params, body, ifMatch }) => changeTemplate(scope, apis, params.templateId, { ...body, ifMatch }),
  }),
  defineWrite({
    method: 'delete',
    path: '/forum/letter-templates/:templateId',
    operationId: 'removeLetterTemplate',
    summary: 'Offers a template no more.',
    permission: sendLetters,
    params: TemplatePath,
    output: Done,
    problems: [templateUnknown],
    handle: async (scope, { params }) => {
      await removeTemplate(scope, params.templateId);
      return { done: true } as const;
    },
  }),
];
