import { auditApi } from '../audit/api.ts';
import type { Config } from '../config.ts';
import { contactsApi } from '../contacts/api.ts';
import { filesApi } from '../files/api.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin, type Plugin } from '../host/plugin.ts';
import { schoolApi } from '../school/api.ts';
import { privacyApi } from './api.ts';
import { erase } from './commands/erase.ts';
import { personErased } from './events.ts';
import { logErasure } from './jobs/logErasure.ts';
import { replayErasures } from './jobs/replayErasures.ts';
import { erasures } from './migrations/001_erasures.ts';
import { permissions } from './permissions.ts';
import { privacyOfPrivacy } from './privacy.ts';
import { problems } from './problems.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { deleteOld } from './store/rows.ts';

export interface PrivacyParts {
  readonly config: Config;
  /** Known only when everything has started. */
  installation(): Pick<Installation, 'tables'>;
}

/** What is kept about people: taken out, erased, and forgotten in time, as every table declares. */
export const createPrivacyModule = ({ config: { dataDir }, installation }: PrivacyParts): Plugin<null> =>
  definePlugin({
    ref: privacyApi,
    home: new URL('./', import.meta.url),
    requires: [auditApi, contactsApi, filesApi, schoolApi],
    permissions,
    publishes: [personErased],
    problems,
    migrations: [erasures],
    privacy: privacyOfPrivacy,
    start: (host) => {
      const tables = () => installation().tables;
      const erasePerson = erase(tables);
      const [log, replay] = [logErasure(dataDir), replayErasures(dataDir, erasePerson)];
      const [audit, school] = [host.api(auditApi), host.api(schoolApi)];
      return {
        api: null,
        routes: privacyRoutes({
          ...{ audit, school, contacts: host.api(contactsApi), files: host.api(filesApi) },
          ...{ tables, erase: erasePerson, log },
        }),
        jobs: [log, replay],
        schedules: [
          {
            name: 'privacy.forget-in-time',
            everySeconds: 86_400,
            run: async ({ db, now }) => {
              for (const table of tables()) await deleteOld(db, table, now);
            },
          },
          {
            name: 'privacy.replay-erasures',
            everySeconds: 3_600,
            run: async (scope) => {
              scope.enqueue(replay, {});
            },
          },
        ],
      };
    },
  });
