import { queryOptions } from '@tanstack/react-query';
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
