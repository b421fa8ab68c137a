import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type * as Contacts from '../../../server/contacts/schemas.ts';
import { read, write } from './request.ts';

export type Channel = Contacts.ChannelView;
export type Channels = Contacts.ChannelsView;

export const channelsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['contacts', 'of', personId],
    queryFn: ({ signal }) => read<Channels>(`/people/${personId}/channels`, signal),
  });

type Wanted = Omit<Channel, 'dials' | 'wrong'>;

export const saveChannels = (personId: string, revision: number, items: readonly Wanted[]) =>
  write<Channels>('PUT', `/people/${personId}/channels`, { items }, { revision });

export interface Mark {
  readonly channel: Pick<Channel, 'kind' | 'service' | 'value'>;
  readonly isWrong: boolean;
  readonly note: string | null;
}

export const markChannel = (personId: string, { channel: { kind, service, value }, isWrong, note }: Mark) =>
  write<Channels>('POST', `/people/${personId}/channels/mark`, { kind, service, value, isWrong, note });

export type AskedOfMe = Contacts.AskedOfMe;
export type Round = Contacts.RoundView;
export type RoundGroup = Contacts.RoundGroupView;
export type DirectoryEntry = Contacts.DirectoryEntry;
export type GroupDirectory = Contacts.GroupDirectory;

export const askedOfMeQuery = queryOptions({
  queryKey: ['contacts', 'asked'],
  queryFn: ({ signal }) => read<AskedOfMe>('/me/contact-confirmations', signal),
});

export const confirmContacts = (personIds: readonly string[]) =>
  write<unknown>('POST', '/contact-confirmations', { personIds });

export const roundsQuery = queryOptions({
  queryKey: ['contacts', 'rounds'],
  queryFn: ({ signal }) => read<Contacts.RoundList>('/contact-rounds', signal),
});

export const roundGroupQuery = (roundId: string, groupId: string) =>
  queryOptions({
    queryKey: ['contacts', 'rounds', roundId, groupId],
    queryFn: ({ signal }) => read<RoundGroup>(`/contact-rounds/${roundId}/groups/${groupId}`, signal),
  });

export const openRound = (round: Contacts.NewRound) => write<Round>('POST', '/contact-rounds', round);
export const remindOfRound = (roundId: string) => write<unknown>('POST', `/contact-rounds/${roundId}/reminders`);
export const endRound = (roundId: string) => write<Round>('POST', `/contact-rounds/${roundId}/end`);

export const directoryQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ['contacts', 'directory', q],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({ limit: '30' });
      if (q) asked.set('q', q);
      if (pageParam) asked.set('after', pageParam);
      return read<Contacts.DirectoryPage>(`/directory?${asked}`, signal);
    },
    initialPageParam: '',
    getNextPageParam: (page: Contacts.DirectoryPage) => page.nextAfter ?? undefined,
  });

export const groupDirectoryQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['contacts', 'directory', 'group', groupId],
    queryFn: ({ signal }) => read<GroupDirectory>(`/groups/${groupId}/directory`, signal),
  });
