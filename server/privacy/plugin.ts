import { auditApi } from '../audit/api.ts';
import type { Config } from '../config.ts';
import { contactsApi } from '../contacts/api.ts';
import { filesApi } from '../files/api.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin, type Plugin } from '../host/plugin.ts';
import type { WriteScope } from '../host/scope.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { privacyApi } from './api.ts';
import { archiveOwner } from './archiveOwner.ts';
import { dropArchivesOf, dropOldArchives } from './commands/archives.ts';
import { erase } from './commands/erase.ts';
import { personErased } from './events.ts';
import { logErasure } from './jobs/logErasure.ts';
import { packArchive } from './jobs/packArchive.ts';
import { replayErasures } from './jobs/replayErasures.ts';
import { erasures } from './migrations/001_erasures.ts';
import { archives } from './migrations/20261129_archives.ts';
import { permissions } from './permissions.ts';
import { privacyOfPrivacy } from './privacy.ts';
import { problems } from './problems.ts';
import { archiveRoutes } from './routes/archives.ts';
import { privacyRoutes } from './routes/privacy.ts';
import { deleteOld } from './store/rows.ts';

export interface PrivacyParts {
  readonly config: Config;
  /** Known only when everything has started. */
  installation(): Pick<Installation, 'tables' | 'grantSources' | 'texts'>;
}

/** What is kept about people: taken out, erased, and forgotten in time, as every table declares. */
export const createPrivacyModule = ({ config: { dataDir }, installation }: PrivacyParts): Plugin<null> =>
  definePlugin({
    ref: privacyApi,
    home: new URL('./', import.meta.url),
    requires: [auditApi, contactsApi, filesApi, peopleApi, schoolApi],
    permissions,
    publishes: [personErased],
    problems,
    migrations: [erasures, archives],
    privacy: privacyOfPrivacy,
    start: (host) => {
      const tables = () => installation().tables;
      const [audit, school, contacts] = [host.api(auditApi), host.api(schoolApi), host.api(contactsApi)];
      const [files, people] = [host.api(filesApi), host.api(peopleApi)];
      const eraseRows = erase(tables);
      const erasePerson = async (scope: WriteScope, personId: string) => {
        await dropArchivesOf(files)(scope, personId);
        await eraseRows(scope, personId);
      };
      const [log, replay] = [logErasure(dataDir), replayErasures(dataDir, erasePerson)];
      const packing = packArchive({ dataDir, tables, school, contacts, files, people, installed: installation });
      return {
        api: null,
        routes: [
          ...privacyRoutes({ audit, school, contacts, files, tables, erase: erasePerson, log }),
          ...archiveRoutes({ audit, school, files, packing }),
        ],
        fileOwners: [archiveOwner],
        jobs: [log, replay, packing],
        schedules: [
          {
            name: 'privacy.forget-in-time',
            everySeconds: 86_400,
            run: async ({ db, now }) => {
              for (const table of tables()) await deleteOld(db, table, now);
            },
          },
          { name: 'privacy.drop-archives', everySeconds: 3_600, run: dropOldArchives(files) },
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
