import { auditApi } from '../audit/api.ts';
import { contactsApi } from '../contacts/api.ts';
import { filesApi } from '../files/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { introductionsApi } from './api.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { introductionTables } from './migrations/001_introductions.ts';
import type { IntroductionParts } from './parts.ts';
import { introductionsPermissions } from './permissions.ts';
import { photoOwner } from './photos.ts';
import { privacyOfIntroductions } from './privacy.ts';
import { introductionsProblems } from './problems.ts';
import { introductionRoutes } from './routes/introductions.ts';
import { profileRoutes } from './routes/profiles.ts';

/** Who is who: for families everybody around a student, for tutors whom newcomers have not met. */
export const introductionsModule = definePlugin<null>({
  ref: introductionsApi,
  home: new URL('./', import.meta.url),
  requires: [auditApi, contactsApi, filesApi, peopleApi, schoolApi],
  permissions: introductionsPermissions,
  problems: introductionsProblems,
  migrations: [introductionTables],
  privacy: privacyOfIntroductions,
  start: (host) => {
    const parts: IntroductionParts = {
      audit: host.api(auditApi),
      contacts: host.api(contactsApi),
      files: host.api(filesApi),
      people: host.api(peopleApi),
      school: host.api(schoolApi),
    };
    return {
      api: null,
      routes: [...introductionRoutes(parts), ...profileRoutes(parts)],
      fileOwners: [photoOwner(parts.school)],
      makeDemo: (demo) => makeDemo(parts, demo),
    };
  },
});
