import { auditApi } from '../audit/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type ContactsApi, contactsApi } from './api.ts';
import { markChannelWrong } from './commands/markChannel.ts';
import { channelTables } from './migrations/001_channels.ts';
import type { ContactsParts } from './parts.ts';
import { contactsPermissions } from './permissions.ts';
import { privacyOfContacts } from './privacy.ts';
import { contactsProblems } from './problems.ts';
import { channelsOfPeople } from './queries/channelsView.ts';
import { channelRoutes } from './routes/channels.ts';

/** Ways to reach people, and whether they still hold. */
export const contactsModule = definePlugin<ContactsApi>({
  ref: contactsApi,
  home: new URL('./', import.meta.url),
  requires: [auditApi, peopleApi, schoolApi],
  permissions: contactsPermissions,
  problems: contactsProblems,
  migrations: [channelTables],
  privacy: privacyOfContacts,
  start: (host) => {
    const parts: ContactsParts = {
      audit: host.api(auditApi),
      people: host.api(peopleApi),
      school: host.api(schoolApi),
    };
    return {
      api: {
        channelsOfPeople: (scope, personIds) => channelsOfPeople(scope, parts, personIds),
        markChannelWrong: (scope, personIds, failed) => markChannelWrong(scope, parts, personIds, failed),
      },
      routes: channelRoutes(parts),
    };
  },
});
