import { signedIn } from '../../access/permission.ts';
import type { DocumentsApi } from '../../documents/api.ts';
import { FileOutput } from '../../host/fileReply.ts';
import { defineRead, defineWrite } from '../../http/route.ts';
import type { PeopleApi } from '../../people/api.ts';
import { saveGuide } from '../commands/saveGuide.ts';
import { editGuides } from '../permissions.ts';
import { guideVersions, guideView, listGuides, printGuide } from '../queries/guideView.ts';
import { GuideList, GuidePath, GuideQuery, GuideText, GuideVersions, GuideView } from '../schemas.ts';

interface Parts {
  readonly people: PeopleApi;
  readonly documents: DocumentsApi;
}

export const guideRoutes = ({ people, documents }: Parts) => [
  defineRead({
    path: '/guides',
    operationId: 'listGuides',
    summary: 'The guides to distance learning, your own first.',
    permission: signedIn,
    output: GuideList,
    handle: (scope) => listGuides(scope),
  }),
  defineRead({
    path: '/guides/:audience',
    operationId: 'getGuide',
    summary: 'One guide, in your language unless another is asked for.',
    permission: signedIn,
    params: GuidePath,
    query: GuideQuery,
    output: GuideView,
    handle: (scope, { params, query }) => guideView(scope, params.audience, query.language),
  }),
  defineRead({
    path: '/guides/:audience/print',
    operationId: 'printGuide',
    summary: 'One guide as PDF.',
    permission: signedIn,
    params: GuidePath,
    query: GuideQuery,
    output: FileOutput,
    handle: (scope, { params, query }) => printGuide(scope, documents, params.audience, query.language),
  }),
  defineRead({
    path: '/guides/:audience/versions',
    operationId: 'listGuideVersions',
    summary: 'What the school made of a guide over time.',
    permission: editGuides,
    params: GuidePath,
    query: GuideQuery,
    output: GuideVersions,
    handle: (scope, { params, query }) => guideVersions(scope, people, params.audience, query.language),
  }),
  defineWrite({
    method: 'put',
    path: '/guides/:audience',
    operationId: 'saveGuide',
    summary: 'Writes the school’s own text of a guide.',
    permission: editGuides,
    precondition: true,
    params: GuidePath,
    body: GuideText,
    output: GuideView,
    handle: async (scope, { params, body, ifMatch }) => {
      await saveGuide(scope, params.audience, body, ifMatch);
      return guideView(scope, params.audience, body.language);
    },
  }),
];
