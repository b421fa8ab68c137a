import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { FailedAddress } from './commands/markChannel.ts';
import type { Channel } from './domain/channel.ts';

export type { FailedAddress } from './commands/markChannel.ts';
export type { Address, Channel } from './domain/channel.ts';

/** Ways to reach people, for other modules. Nothing here asks for rights. */
export interface ContactsApi {
  /** The channels of people by id, in the order in which they want to be reached. */
  channelsOfPeople(
    scope: Pick<ReadScope, 'db'>,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Channel[]>>;
  /** Notes that an address does not work, for everybody named who has it: mail that came back. */
  markChannelWrong(scope: WriteScope, personIds: readonly string[], failed: FailedAddress): Promise<void>;
}

export const contactsApi = apiRef<ContactsApi>('contacts');
