import { apiRef } from '../host/plugin.ts';
import type { ReadScope, WriteScope } from '../host/scope.ts';
import type { FailedAddress } from './commands/markChannel.ts';
import type { Channel } from './domain/channel.ts';
import type { ChannelEdit } from './domain/channelEdits.ts';
import type { ChannelView } from './schemas.ts';

export type { FailedAddress } from './commands/markChannel.ts';
// biome-ignore-start lint/performance/noBarrelFile: an api is the one place that re-exports
export { type Address, type Channel, messengers, mostChannels, plain, purposes } from './domain/channel.ts';
export type { ChannelEdit } from './domain/channelEdits.ts';
export { ChannelView } from './schemas.ts';
// biome-ignore-end lint/performance/noBarrelFile: as above

/** Ways to reach people, for other modules. Nothing here asks for rights. */
export interface ContactsApi {
  /** The channels of people by id, in the order in which they want to be reached. */
  channelsOfPeople(
    scope: Pick<ReadScope, 'db'>,
    personIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly Channel[]>>;
  /** The channels of everybody who has told more than what stands in their own record. */
  allChannels(scope: Pick<ReadScope, 'db'>): Promise<ReadonlyMap<string, readonly Channel[]>>;
  /** Edits channels of many people by their ids, each as it is said, and nothing else. */
  editChannels(scope: WriteScope, edits: ReadonlyMap<string, readonly ChannelEdit[]>): Promise<void>;
  /** What people show to families and colleagues, ready to be sent; nobody who shows nothing. */
  publicChannels(scope: ReadScope, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly ChannelView[]>>;
  /** Values that the actor must not find anywhere: every address of those from whom they are separated. */
  hiddenAddresses(scope: Pick<ReadScope, 'db' | 'actor'>): Promise<readonly string[]>;
  /** Notes that an address does not work, for everybody named who has it: mail that came back. */
  markChannelWrong(scope: WriteScope, personIds: readonly string[], failed: FailedAddress): Promise<void>;
}

export const contactsApi = apiRef<ContactsApi>('contacts');
