import { definePlugin } from '../host/plugin.ts';
import { peopleApi } from '../people/api.ts';
import { schoolApi } from '../school/api.ts';
import { type CalendarApi, calendarApi, type Ledger } from './api.ts';
import { importAvailabilities, importAvailability } from './commands/writeAvailability.ts';
import { availabilityChanged, overlapAllowed } from './events.ts';
import { applyChanges } from './ledger/changes.ts';
import {
  busyOf,
  claim,
  claimMany,
  confirmHold,
  hold,
  moveCommitment,
  release,
  setSubjects,
  subjectsOf,
} from './ledger/ledger.ts';
import { addSubject, override, removeSubject } from './ledger/overrides.ts';
import { defineResource } from './ledger/resources.ts';
import { ledgerTables } from './migrations/001_ledger.ts';
import { ledgerGuards } from './migrations/002_ledgerGuards.ts';
import { availabilityTables } from './migrations/003_availability.ts';
import { permissions } from './permissions.ts';
import { privacyOfCalendar } from './privacy.ts';
import { problems } from './problems.ts';
import { timesOf } from './queries/availability.ts';
import { availabilityRoutes } from './routes/availability.ts';
import { allWindows, deleteEmpty } from './store/availability.ts';
import { commitmentsBySource, deleteAllLapsedHolds } from './store/commitments.ts';
import { unresolvedOverrides } from './store/overrides.ts';

const ledger: Ledger = {
  claim,
  claimMany,
  applyChanges,
  moveCommitment,
  setSubjects,
  release,
  hold,
  confirmHold,
  addSubject,
  removeSubject,
  override,
  unresolvedOverrides,
  defineResource,
  busyOf,
  commitmentsBySource,
  subjectsOf,
};

/** Time: who can be online when, and who is taken when. */
export const calendarModule = definePlugin<CalendarApi>({
  ref: calendarApi,
  home: new URL('./', import.meta.url),
  requires: [peopleApi, schoolApi],
  permissions,
  publishes: [availabilityChanged, overlapAllowed],
  problems,
  migrations: [ledgerTables, ledgerGuards, availabilityTables],
  privacy: privacyOfCalendar,
  start: (host) => {
    const [people, school] = [host.api(peopleApi), host.api(schoolApi)];
    return {
      api: {
        ...ledger,
        timesOf: (db, personIds) => timesOf(people, db, personIds),
        importAvailability,
        importAvailabilities,
        allWindows,
        forgetEmpty: deleteEmpty,
      },
      routes: availabilityRoutes({ people, school }),
      schedules: [
        {
          name: 'calendar.forget-lapsed-holds',
          everySeconds: 3600,
          async run({ db, now }) {
            await deleteAllLapsedHolds(db, now);
          },
        },
      ],
    };
  },
});
