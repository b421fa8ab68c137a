import { type CalendarApi, calendarApi } from '../../../server/calendar/api.ts';
import { applyChanges } from '../../../server/calendar/ledger/changes.ts';
import * as ledger from '../../../server/calendar/ledger/ledger.ts';
import { addSubject, override, removeSubject } from '../../../server/calendar/ledger/overrides.ts';
import { defineResource } from '../../../server/calendar/ledger/resources.ts';
import { ledgerTables } from '../../../server/calendar/migrations/001_ledger.ts';
import { ledgerGuards } from '../../../server/calendar/migrations/002_ledgerGuards.ts';
import { commitmentsBySource } from '../../../server/calendar/store/commitments.ts';
import { unresolvedOverrides } from '../../../server/calendar/store/overrides.ts';
import { definePlugin } from '../../../server/host/plugin.ts';

export const ledgerOnly = definePlugin<CalendarApi>({
  ref: calendarApi,
  home: new URL('./', import.meta.url),
  migrations: [ledgerTables, ledgerGuards],
  start: () => ({
    api: {
      ...ledger,
      applyChanges,
      addSubject,
      removeSubject,
      override,
      defineResource,
      unresolvedOverrides,
      commitmentsBySource,
      timesOf: async (db, ids) => {
        const rows: { id: string; zone: string }[] = await db('people_person')
          .whereIn('id', [...ids])
          .select('id', 'zone');
        return rows.map(({ id, zone }) => ({ personId: id, availability: { zone, weekly: [], exceptions: [] } }));
      },
    },
  }),
});
