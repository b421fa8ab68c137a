import { auditApi } from '../audit/api.ts';
import { documentsApi } from '../documents/api.ts';
import { definePlugin } from '../host/plugin.ts';
import { notifyApi } from '../notify/api.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { hiddenFrom } from './access/hidden.ts';
import { type ContactsApi, contactsApi } from './api.ts';
import { editChannels } from './commands/editChannels.ts';
import { markChannelWrong } from './commands/markChannel.ts';
import { endOverdueRounds } from './commands/rounds.ts';
import { makeDemo } from './demo/makeDemo.ts';
import { confirmationSheet } from './documents/confirmationSheet.ts';
import { confirmationAsked } from './events.ts';
import { channelTables } from './migrations/001_channels.ts';
import { roundTables } from './migrations/002_rounds.ts';
import type { ContactsParts } from './parts.ts';
import { contactsPermissions } from './permissions.ts';
import { privacyOfContacts } from './privacy.ts';
import { contactsProblems } from './problems.ts';
import { channelsOfPeople } from './queries/channelsOfPeople.ts';
import { publicChannels } from './queries/channelsView.ts';
import { askFamilies } from './reactions/askFamilies.ts';
import { mailFailed } from './reactions/mailFailed.ts';
import { channelRoutes } from './routes/channels.ts';
import { directoryRoutes } from './routes/directory.ts';
import { roundRoutes } from './routes/rounds.ts';
import { personIdsWithChannels } from './store/channels.ts';

/** Ways to reach people, and whether they still hold. */
export const contactsModule = definePlugin<ContactsApi>({
  ref: contactsApi,
  home: new URL('./', import.meta.url),
  requires: [auditApi, documentsApi, notifyApi, peopleApi, schoolApi],
  permissions: contactsPermissions,
  publishes: [confirmationAsked],
  problems: contactsProblems,
  migrations: [channelTables, roundTables],
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
        allChannels: async ({ db }) => channelsOfPeople({ db }, parts, await personIdsWithChannels(db)),
        editChannels: (scope, edits) => editChannels(scope, parts.people, edits),
        publicChannels: (scope, personIds) => publicChannels(scope, parts, personIds),
        hiddenAddresses: async (scope) => (await hiddenFrom(scope, parts)).channels.map(({ value }) => value),
        markChannelWrong: (scope, personIds, failed) => markChannelWrong(scope, parts, personIds, failed),
      },
      routes: [...channelRoutes(parts), ...roundRoutes(parts, host.api(documentsApi)), ...directoryRoutes(parts)],
      reactions: [askFamilies(parts, host.api(notifyApi)), mailFailed(parts)],
      documents: [confirmationSheet],
      makeDemo: (demo) => makeDemo(parts, demo),
      schedules: [{ name: 'contacts.end-rounds', everySeconds: 86_400, run: endOverdueRounds }],
    };
  },
});
