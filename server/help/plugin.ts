import { guidesApi } from '../guides/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { notifyApi } from '../notify/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type HelpApi, helpApi } from './api.ts';
import { ask } from './commands/ask.ts';
import { makeDemo } from './makeDemo.ts';
import { helpTables } from './migrations/001_help.ts';
import { escalation } from './migrations/002_escalation.ts';
import { askForWorkplace, manageHelp } from './permissions.ts';
import { privacyOfHelp } from './privacy.ts';
import { helpProblems } from './problems.ts';
import { tutorLeft } from './reactions/tutorLeft.ts';
import { helpRoutes } from './routes/help.ts';
import { helpSchedules } from './schedules.ts';

/** Requests for help: asked anywhere, owned by somebody, answered by a day. */
export const helpModule = definePlugin<HelpApi>({
  ref: helpApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi, notifyApi, guidesApi],
  permissions: [manageHelp, askForWorkplace],
  problems: helpProblems,
  migrations: [helpTables, escalation],
  privacy: privacyOfHelp,
  start: (host) => {
    const parts = { people: host.api(peopleApi), school: host.api(schoolApi), notify: host.api(notifyApi) };
    return {
      api: { ask: (scope, asked) => ask(scope, parts, asked) },
      routes: helpRoutes({ ...parts, guides: host.api(guidesApi) }),
      reactions: [tutorLeft(parts)],
      schedules: helpSchedules(parts),
      makeDemo: (demo) => makeDemo(parts, demo),
    };
  },
});
