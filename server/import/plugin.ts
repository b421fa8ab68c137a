import { calendarApi } from '../calendar/api.ts';
import { contactsApi } from '../contacts/api.ts';
import type { Installation } from '../host/installation.ts';
import { definePlugin } from '../host/plugin.ts';
import { notifyApi } from '../notify/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type ImportApi, importApi } from './api.ts';
import { applyImport } from './commands/applyImport.ts';
import { addPiece, applyRun, beginImport, planRun } from './commands/runs.ts';
import { hoursGiven } from './events.ts';
import { noMapping } from './forms/sheet.ts';
import { applyJob } from './jobs/applyJob.ts';
import { exportJob } from './jobs/exportJob.ts';
import { planJob } from './jobs/planJob.ts';
import { undoJob } from './jobs/undoJob.ts';
import { importMemory } from './migrations/001_memory.ts';
import { importRuns } from './migrations/002_runs.ts';
import { importOwners } from './migrations/003_owners.ts';
import { importTelephones } from './migrations/004_telephones.ts';
import { importPeople, sendHours } from './permissions.ts';
import { privacyOfImport } from './privacy.ts';
import { importProblems } from './problems.ts';
import { prepare } from './queries/prepare.ts';
import { showFaults, showRun } from './queries/runViews.ts';
import { tellHours } from './reactions/tellHours.ts';
import { readTexts } from './readers/textFiles.ts';
import { hoursRoutes } from './routes/hours.ts';
import { importRoutes } from './routes/import.ts';
import { appliedBefore, deleteLeftPieces, deleteOldRuns, deletePlanned } from './store/runs.ts';

const hour = 3600;
/** Files and plans of imports that were never carried out, and exports, are forgotten after a day. */
const keptMs = 24 * hour * 1000;
/** What an import changed is kept for undoing it so long, and then taken away bit by bit. */
const undoableMs = 30 * keptMs;
const rowsAnHour = 5000;

/** Bringing a school in from its spreadsheets, and taking it out. `installation` is known when everything has started. */
export const createImportModule = (installation: () => Installation) =>
  definePlugin<ImportApi>({
    ref: importApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi, schoolApi, calendarApi, contactsApi, notifyApi],
    notices: { usual: 'lessons' },
    permissions: [importPeople, sendHours],
    publishes: [hoursGiven],
    problems: importProblems,
    migrations: [importMemory, importRuns, importOwners, importTelephones],
    privacy: privacyOfImport,
    start: (host) => {
      const modules = {
        people: host.api(peopleApi),
        school: host.api(schoolApi),
        calendar: host.api(calendarApi),
        contacts: host.api(contactsApi),
        notify: host.api(notifyApi),
      };
      const jobs = {
        plan: planJob(modules),
        apply: applyJob(modules),
        undo: undoJob(modules, (db, going) => installation().forgetUnused(db, going)),
        export: exportJob(modules),
      };
      return {
        api: {
          plan: async (scope, files) => (await prepare(scope, modules, readTexts(files), noMapping)).plan,
          importFiles: (scope, files) => applyImport(modules, scope, readTexts(files)),
          begin: beginImport,
          addPiece,
          planRun: (scope, runId, answers) => planRun(jobs, scope, runId, answers),
          applyRun: (scope, runId, fingerprint) => applyRun(jobs, scope, runId, fingerprint),
          show: showRun,
          faults: showFaults,
        },
        reactions: [tellHours(modules)],
        routes: [...importRoutes(jobs, () => installation().texts), ...hoursRoutes(modules)],
        jobs: Object.values(jobs),
        schedules: [
          {
            name: 'import.forget',
            everySeconds: hour,
            async run({ db, now }) {
              await deleteOldRuns(db, new Date(now.getTime() - keptMs));
              await deleteLeftPieces(db);
              for (const id of await appliedBefore(db, new Date(now.getTime() - undoableMs)))
                await deletePlanned(db, id, rowsAnHour);
            },
          },
        ],
      };
    },
  });
