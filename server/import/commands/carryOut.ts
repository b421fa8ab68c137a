import type { CalendarApi } from '../../calendar/api.ts';
import type { ContactsApi } from '../../contacts/api.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { NotifyApi } from '../../notify/api.ts';
import type { PeopleApi } from '../../people/api.ts';
import type { SchoolApi } from '../../school/api.ts';
import { lockState, stateStamp } from '../store/state.ts';
import type { Batches } from './batches.ts';

/** The modules that an import writes to. */
export interface Modules {
  readonly people: PeopleApi;
  readonly school: SchoolApi;
  readonly calendar: CalendarApi;
  readonly contacts: ContactsApi;
  readonly notify: NotifyApi;
}

/** Hands everything over, in the order in which things need each other. */
export async function carryOut(
  { people, school, calendar, contacts, notify }: Modules,
  scope: WriteScope,
  batches: Batches,
): Promise<void> {
  await school.saveHomeSchools(scope, batches.school.homeSchools);
  await people.savePeople(scope, batches.people);
  await school.saveSchool(scope, batches.school);
  await calendar.importAvailabilities(scope, batches.windows);
  // Last: the first e-mail and telephone of each become those of the person's own record.
  await contacts.editChannels(scope, batches.channels);
  await notify.saveQuietChoices(scope, batches.quiet);
}

/** Whether everything still is as it was when the stamp was taken; if so, it stays so until the commit. */
export async function isStill(scope: WriteScope, stamp: string): Promise<boolean> {
  await lockState(scope.db, scope.dialect);
  return (await stateStamp(scope.db)) === stamp;
}
