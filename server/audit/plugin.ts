import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type AuditApi, auditApi } from './api.ts';
import { entries } from './migrations/20260901_entries.ts';
import { views } from './migrations/20261129_views.ts';
import { readAudit } from './permissions.ts';
import { privacyOfAudit } from './privacy.ts';
import { auditOf } from './queries/auditOf.ts';
import { recordAct } from './recordAct.ts';
import { auditRoutes } from './routes/audit.ts';

/** Who saw or changed what. Everybody may record here, so it asks for nobody before requests are answered. */
export const createAuditModule = (installation: () => Installation) =>
  definePlugin<AuditApi>({
    ref: auditApi,
    home: new URL('./', import.meta.url),
    permissions: [readAudit],
    migrations: [entries, views],
    privacy: privacyOfAudit,
    start: () => ({
      api: { record: recordAct },
      routes: auditRoutes((scope, personId, query) => {
        const { api, texts } = installation();
        return auditOf(scope, { people: api(peopleApi), school: api(schoolApi), texts }, personId, query);
      }),
    }),
  });
