import { queryOptions } from '@tanstack/react-query';
import type * as Intro from '../../../server/introductions/schemas.ts';
import { uploadFile } from './files.ts';
import { read, write } from './request.ts';

export type WhoIsWho = Intro.WhoIsWho;
export type Profile = Intro.ProfileView;
export type Newcomers = Intro.Newcomers;
type Meeting = Omit<Intro.Meeting, 'metOn'>;

export const whoIsWhoQuery = (studentId: string) =>
  queryOptions({
    queryKey: ['introductions', 'of', studentId],
    queryFn: ({ signal }) => read<WhoIsWho>(`/students/${studentId}/introductions`, signal),
  });

export const newcomersQuery = (groupId: string) =>
  queryOptions({
    queryKey: ['introductions', 'group', groupId],
    queryFn: ({ signal }) => read<Newcomers>(`/groups/${groupId}/newcomers`, signal),
  });

export const waitingNewcomersQuery = queryOptions({
  queryKey: ['introductions', 'waiting'],
  queryFn: ({ signal }) => read<Intro.WaitingNewcomers>('/me/newcomers', signal),
});

export const noteMeeting = ({ studentId, ...meeting }: Meeting & { readonly studentId: string }) =>
  write<WhoIsWho>('POST', `/students/${studentId}/meetings`, meeting);

export const itemsQuery = queryOptions({
  queryKey: ['introductions', 'items'],
  queryFn: ({ signal }) => read<Intro.Items>('/introduction-items', signal),
});

export const saveItems = (items: Intro.ItemsInput['items']) =>
  write<Intro.Items>('PUT', '/introduction-items', { items });

export const profileQuery = (personId: string) =>
  queryOptions({
    queryKey: ['introductions', 'profile', personId],
    queryFn: ({ signal }) => read<Profile>(`/people/${personId}/profile`, signal),
  });

export const saveProfile = (profile: Intro.ProfileInput, revision: number) =>
  write<Profile>('PUT', '/me/profile', profile, { revision });

/** Uploads a photograph and shows it; whoever calls has asked for consent. */
export async function showPhoto(personId: string, file: File): Promise<Profile> {
  const signal = new AbortController().signal;
  const { id } = await uploadFile({ content: file, name: file.name || 'photo', onProgress: () => undefined, signal });
  return write<Profile>('PUT', `/people/${personId}/photo`, { fileId: id, consents: true });
}

export const takePhoto = (personId: string) => write<Profile>('DELETE', `/people/${personId}/photo`);
