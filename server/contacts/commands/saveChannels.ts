import type { WriteScope } from '../../host/scope.ts';
import { personToEdit } from '../access/contactsAs.ts';
import { hiddenFrom, withoutHidden } from '../access/hidden.ts';
import { type Channel, isSame, mainOf, withFaults, withMains } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import { channelsOfPeople } from '../queries/channelsOfPeople.ts';
import type { ChannelsInput } from '../schemas.ts';
import { replaceChannels } from '../store/channels.ts';

/** Puts a person's channels in place of those before; `ifMatch` is the person's revision that the actor saw. */
export async function saveChannels(
  scope: WriteScope,
  parts: ContactsParts,
  personId: string,
  { items }: ChannelsInput,
  ifMatch: number,
): Promise<void> {
  await personToEdit(scope, parts, personId);
  await parts.people.lockPerson(scope, personId, ifMatch);
  const before = (await channelsOfPeople(scope, parts, [personId])).get(personId) ?? [];
  // What the actor does not see stays: nobody takes away an address that was hidden from them.
  const seen = personId === scope.actor.personId ? before : withoutHidden(before, await hiddenFrom(scope, parts));
  const kept = before.filter((channel) => !seen.includes(channel));
  const wanted = withFaults(items, before).filter((channel) => !kept.some((other) => isSame(other, channel)));
  const after = [...wanted, ...kept];
  if (mainOf(after).email !== mainOf(before).email) await parts.people.mustActInPlaceOf(scope, personId);
  await storeChannels(scope, parts, personId, after);
  await parts.audit.record(scope, {
    act: 'contacts.changed',
    aboutPersonId: personId,
    entity: 'contacts.channels',
    entityId: personId,
    detail: { channels: items.length },
  });
}

/** Stores channels of a locked person, and the e-mail and telephone that stand in the person's own record. */
export async function storeChannels(
  scope: WriteScope,
  { people }: Pick<ContactsParts, 'people'>,
  personId: string,
  channels: readonly Channel[],
): Promise<void> {
  await replaceChannels(scope.db, [{ personId, channels: withMains(channels) }], scope.newId);
  await people.changeAddresses(scope, personId, mainOf(channels));
}

/** The same channels, one of them changed; undefined when none of them is that address. */
export function changedAt(
  channels: readonly Channel[],
  address: Parameters<typeof isSame>[0],
  change: (channel: Channel) => Channel,
): readonly Channel[] | undefined {
  const at = channels.findIndex((channel) => isSame(channel, address));
  return at < 0 ? undefined : channels.map((channel, index) => (index === at ? change(channel) : channel));
}
