import { documentsApi } from '../documents/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { type GuidesApi, guidesApi } from './api.ts';
import { guideDocument } from './guideDocument.ts';
import { guideTables } from './migrations/001_guides.ts';
import { editGuides } from './permissions.ts';
import { privacyOfGuides } from './privacy.ts';
import { guideView } from './queries/guideView.ts';
import { guideRoutes } from './routes/guides.ts';

/** How distance learning works here: a guide for each audience, in each language. */
export const guidesModule = definePlugin<GuidesApi>({
  ref: guidesApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, documentsApi],
  permissions: [editGuides],
  migrations: [guideTables],
  privacy: privacyOfGuides,
  start: (host) => ({
    api: { titleOf: async (scope, audience) => (await guideView(scope, audience)).title },
    routes: guideRoutes({ people: host.api(peopleApi), documents: host.api(documentsApi) }),
    documents: [guideDocument],
  }),
});
