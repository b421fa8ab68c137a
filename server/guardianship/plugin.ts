import { auditApi } from '../audit/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { notifyApi } from '../notify/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { guardianshipApi } from './api.ts';
import { endOfAge } from './commands/endOfAge.ts';
import { guardianshipEnded, guardianshipEndsSoon } from './events.ts';
import { guardianshipProblems } from './problems.ts';
import { tellSides } from './reactions/tellBoth.ts';
import { ownGuardianRoutes } from './routes/ownGuardians.ts';

/** Guardianships end by themselves when a student comes of age; the student may keep them. */
export const guardianshipModule = definePlugin<null>({
  ref: guardianshipApi,
  home: new URL('./', import.meta.url),
  requires: [auditApi, notifyApi, peopleApi, schoolApi],
  publishes: [guardianshipEndsSoon, guardianshipEnded],
  problems: guardianshipProblems,
  start: (host) => {
    const parts = {
      audit: host.api(auditApi),
      people: host.api(peopleApi),
      school: host.api(schoolApi),
      notify: host.api(notifyApi),
    };
    return {
      api: null,
      routes: ownGuardianRoutes(parts),
      reactions: tellSides(parts),
      schedules: [{ name: 'guardianship.come-of-age', everySeconds: 86_400, run: (scope) => endOfAge(scope, parts) }],
    };
  },
});
