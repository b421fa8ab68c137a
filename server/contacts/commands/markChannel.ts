import type { WriteScope } from '../../host/scope.ts';
import { Problem } from '../../http/problem.ts';
import { personToReach } from '../access/contactsAs.ts';
import type { Address, Channel, Fault } from '../domain/channel.ts';
import type { ContactsParts } from '../parts.ts';
import { markContacts } from '../permissions.ts';
import { channelUnknown } from '../problems.ts';
import { channelsOfPeople } from '../queries/channelsOfPeople.ts';
import type { ChannelMark } from '../schemas.ts';
import { changedAt, storeChannels } from './saveChannels.ts';

/** Somebody of the staff, or the person, notes that an address does not work, or works again. */
export async function markChannel(
  scope: WriteScope,
  parts: ContactsParts,
  personId: string,
  { isWrong, note, ...address }: ChannelMark,
): Promise<void> {
  if (personId === scope.actor.personId) await personToReach(scope, parts, personId);
  else await parts.school.personAs(scope, markContacts, personId);
  const wrong = isWrong ? { fault: 'wrong' as const, note, since: scope.now } : null;
  if (!(await mark(scope, parts, personId, address, wrong))) throw new Problem(channelUnknown);
  await parts.audit.record(scope, {
    act: isWrong ? 'contacts.marked-wrong' : 'contacts.marked-right',
    aboutPersonId: personId,
    entity: 'contacts.channels',
    entityId: personId,
    detail: { kind: address.kind },
  });
}

/** What is known of an address that failed: mail that came back. */
export interface FailedAddress extends Address {
  readonly fault: Fault;
  readonly note: string | null;
}

/** Marks the address of everybody named who has it; for events. Asks for no rights. */
export async function markChannelWrong(
  scope: WriteScope,
  parts: ContactsParts,
  personIds: readonly string[],
  { fault, note, ...address }: FailedAddress,
): Promise<void> {
  for (const personId of personIds) await mark(scope, parts, personId, address, { fault, note, since: scope.now });
}

/** Returns whether the person has this address. The first word on a fault stays. */
async function mark(
  scope: WriteScope,
  parts: ContactsParts,
  personId: string,
  address: Address,
  wrong: Channel['wrong'],
): Promise<boolean> {
  await parts.people.lockPerson(scope, personId);
  const channels = (await channelsOfPeople(scope, parts, [personId])).get(personId) ?? [];
  const changed = changedAt(channels, address, (channel) => ({
    ...channel,
    wrong: wrong && channel.wrong ? { ...channel.wrong, note: wrong.note ?? channel.wrong.note } : wrong,
  }));
  if (!changed) return false;
  await storeChannels(scope, parts, personId, changed);
  return true;
}
