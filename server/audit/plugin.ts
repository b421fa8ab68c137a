import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type AuditApi, auditApi } from './api.ts';
import { entries } from './migrations/20260901_entries.ts';
import { views } from './migrations/20261129_views.ts';
import { overview } from './migrations/20261202_overview.ts';
import { overseeAudit, readAudit } from './permissions.ts';
import { privacyOfAudit } from './privacy.ts';
import { recordAct } from './recordAct.ts';
import { auditRoutes } from './routes/audit.ts';

/** Who saw or changed what. Everybody may record here, so it asks for nobody before requests are answered. */
export const createAuditModule = (installation: () => Installation) =>
  definePlugin<AuditApi>({
    ref: auditApi,
    home: new URL('./', import.meta.url),
    permissions: [readAudit, overseeAudit],
    migrations: [entries, views, overview],
    privacy: privacyOfAudit,
    start: () => ({
      api: { record: recordAct },
      routes: auditRoutes(() => {
        const { api, texts } = installation();
        return { people: api(peopleApi), school: api(schoolApi), texts };
      }),
    }),
  });
