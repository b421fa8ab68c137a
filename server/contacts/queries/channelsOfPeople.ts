import type { ReadScope } from '../../host/scope.ts';
import { type Channel, channelsOf } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import { channelsByPerson } from '../store/channels.ts';

/** The channels of people by id, up to date with their own records. Asks for no rights. */
export async function channelsOfPeople(
  { db }: Pick<ReadScope, 'db'>,
  { people }: Pick<ContactsParts, 'people'>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Channel[]>> {
  const stored = await channelsByPerson(db, personIds);
  const records = await people.contactsByIds(db, personIds);
  return new Map(records.map(({ id, ...main }) => [id, channelsOf(stored.get(id) ?? [], main)]));
}
