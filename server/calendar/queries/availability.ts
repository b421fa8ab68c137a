import type { Knex } from 'knex';
import type { ReadScope } from '../../host/scope.ts';
import type { PeopleApi, PersonCard } from '../../people/api.ts';
import { mayChange, personToRead, type Reachers } from '../access/availabilityAs.ts';
import { noWindowsGiven } from '../domain/availability.ts';
import type { PersonTime } from '../domain/whoCannot.ts';
import type { AvailabilityView } from '../schemas.ts';
import { availabilityOf } from '../store/availability.ts';

/** When a person whom the actor reaches can be online. */
export async function getAvailability(
  reachers: Reachers,
  scope: ReadScope,
  personId: string,
): Promise<AvailabilityView> {
  return viewOf(reachers, scope, await personToRead(reachers, scope, personId));
}

/** The view of somebody whom the actor has reached. */
export async function viewOf(reachers: Reachers, scope: ReadScope, person: PersonCard): Promise<AvailabilityView> {
  const stored = (await availabilityOf(scope.db, [person.id])).get(person.id);
  const { revision = 0, weekly = [], exceptions = [] } = stored ?? {};
  const hoursOf = (kind: string) =>
    weekly.filter((window) => window.kind === kind).map(({ weekday, from, to }) => ({ weekday, from, to }));
  return {
    personId: person.id,
    zone: person.zone,
    revision,
    windows: hoursOf('online'),
    homeSchoolHours: hoursOf('busy'),
    exceptions: [...exceptions],
    noWindowsGiven: noWindowsGiven({ zone: person.zone, weekly, exceptions }),
    may: await mayChange(reachers, scope, person.id),
  };
}

/**
 * The time of persons, for whoever plans: own zone, windows, exceptions, and which of the others asked for share
 * the device. Unknown ids are left out.
 */
export async function timesOf(
  people: Pick<PeopleApi, 'peopleByIds'>,
  db: Knex,
  personIds: readonly string[],
): Promise<readonly PersonTime[]> {
  const cards = await people.peopleByIds(db, personIds);
  const stored = await availabilityOf(db, personIds);
  return cards.map(({ id, zone, sharedDeviceId }) => ({
    personId: id,
    availability: {
      zone,
      weekly: stored.get(id)?.weekly ?? [],
      exceptions: stored.get(id)?.exceptions ?? [],
    },
    sharesDeviceWith: cards
      .filter((other) => sharedDeviceId !== null && other.id !== id && other.sharedDeviceId === sharedDeviceId)
      .map((other) => other.id),
  }));
}
