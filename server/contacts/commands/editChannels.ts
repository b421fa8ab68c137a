import type { WriteScope } from '../../host/scope.ts';
import type { PeopleApi } from '../../people/api.ts';
import { mainOf, withMains } from '../domain/channel.ts';
import { type ChannelEdit, edited } from '../domain/channelEdits.ts';
import { channelsOfPeople } from '../queries/channelsOfPeople.ts';
import { replaceChannels } from '../store/channels.ts';

/** Edits the channels of many people in a few statements, for imports. Asks for no rights. */
export async function editChannels(
  scope: WriteScope,
  people: PeopleApi,
  edits: ReadonlyMap<string, readonly ChannelEdit[]>,
): Promise<void> {
  if (edits.size === 0) return;
  const before = await channelsOfPeople(scope, { people }, [...edits.keys()]);
  const after = [...before].map(([personId, channels]) => ({
    personId,
    channels: edited(channels, edits.get(personId) ?? []),
  }));
  await replaceChannels(
    scope.db,
    after.map(({ personId, channels }) => ({ personId, channels: withMains(channels) })),
    scope.newId,
  );
  await people.changeAddressesOfMany(
    scope,
    after.map(({ personId, channels }) => ({ id: personId, ...mainOf(channels) })),
  );
}
