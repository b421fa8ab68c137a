import { definePlugin } from '../host/plugin.ts';
import { auditApi } from './api.ts';
import { entries } from './migrations/20260901_entries.ts';
import { privacyOfAudit } from './privacy.ts';
import { insertEntry } from './store/entries.ts';

/** Who saw or changed what. */
export const auditModule = definePlugin({
  ref: auditApi,
  home: new URL('./', import.meta.url),
  migrations: [entries],
  privacy: privacyOfAudit,
  start: () => ({
    api: {
      async record(scope, { act, aboutPersonId, entity, entityId, detail }) {
        await insertEntry(scope.db, {
          id: scope.newId(),
          happenedAt: scope.now,
          actorId: scope.actor.personId || null,
          act,
          aboutPersonId: aboutPersonId ?? null,
          entity,
          entityId,
          detail,
        });
      },
    },
  }),
});
