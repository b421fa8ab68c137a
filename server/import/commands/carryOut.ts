import type { CalendarApi } from '../../calendar/api.ts';
import type { ContactsApi } from '../../contacts/api.ts';
import type { Lay } from '../../db/lay.ts';
import type { WriteScope } from '../../host/scope.ts';
import type { NotifyApi } from '../../notify/api.ts';
import type { PeopleApi, PeopleRows } from '../../people/api.ts';
import type { SchoolApi, SchoolRows } from '../../school/api.ts';
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

/** What was laid out before the transaction. */
export interface LaidBatches {
  readonly people: PeopleRows;
  readonly school: SchoolRows;
}

/** Lays out what is most of an import, while nobody has to wait for it. */
export const layOut = async (
  { people, school }: Modules,
  lay: Lay,
  at: Pick<WriteScope, 'now' | 'newId'>,
  batches: Batches,
): Promise<LaidBatches> => ({
  people: await people.layPeople(lay, at, batches.people),
  school: await school.laySchool(lay, at, batches.school),
});

/** Hands everything over, in the order in which things need each other. */
export async function carryOut(
  { people, school, calendar, contacts, notify }: Modules,
  scope: WriteScope,
  batches: Batches,
  laid?: LaidBatches,
): Promise<void> {
  await school.saveHomeSchools(scope, batches.school.homeSchools);
  await people.savePeople(scope, batches.people, laid?.people);
  await school.saveSchool(scope, batches.school, laid?.school);
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
