import { calendarApi } from '../calendar/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type ImportApi, importApi } from './api.ts';
import { applyImport } from './commands/applyImport.ts';
import { importMemory } from './migrations/001_memory.ts';
import { importPeople } from './permissions.ts';
import { privacyOfImport } from './privacy.ts';
import { importProblems } from './problems.ts';
import { planFiles } from './queries/planFiles.ts';
import { importRoutes } from './routes/import.ts';

/** Bringing a school in from its spreadsheets. */
export const importModule = definePlugin<ImportApi>({
  ref: importApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, calendarApi],
  permissions: [importPeople],
  problems: importProblems,
  migrations: [importMemory],
  privacy: privacyOfImport,
  start: (host) => {
    const modules = { people: host.api(peopleApi), school: host.api(schoolApi), calendar: host.api(calendarApi) };
    return {
      api: {
        plan: (scope, files) => planFiles(modules.calendar, scope, files),
        importFiles: (scope, files) => applyImport(modules, scope, files),
      },
      routes: importRoutes(modules),
    };
  },
});
