import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query';
import type {
  Channels,
  DigestTime,
  Looked,
  NoticeDetail,
  NoticePage,
  NoticeSettings,
  Stopped,
  UnreadCount,
} from '../../../server/notify/schemas.ts';
import { useTopic } from '../realtime/useTopic.ts';
import { read, write } from './request.ts';
import { useSession } from './session.ts';
import { useWrite } from './useWrite.ts';

const latestQuery = queryOptions({
  queryKey: ['notices', 'latest'],
  queryFn: ({ signal }) => read<NoticePage>('/notices?limit=8', signal),
});

export const noticeAreas = ['lessons', 'requests', 'messages', 'progress', 'account'] as const;

/** Which notices are shown. */
export interface NoticeFilter {
  readonly area: NoticeArea | undefined;
  readonly aboutPersonId: string | undefined;
  readonly isUnread: boolean;
}

const pathOf = ({ area, aboutPersonId, isUnread }: NoticeFilter, after: string): string => {
  const asked = Object.entries({
    area,
    aboutPersonId,
    unread: isUnread ? 'true' : undefined,
    after: after || undefined,
  });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return `/notices?limit=30&${query}`;
};

export const allNoticesQuery = (filter: NoticeFilter) =>
  infiniteQueryOptions({
    queryKey: ['notices', 'all', filter],
    queryFn: ({ pageParam, signal }) => read<NoticePage>(pathOf(filter, pageParam), signal),
    initialPageParam: '',
    getNextPageParam: (page: NoticePage) => page.next ?? undefined,
  });

export const noticeQuery = (id: string) =>
  queryOptions({
    queryKey: ['notices', 'one', id],
    queryFn: ({ signal }) => read<NoticeDetail>(`/notices/${id}`, signal),
  });

export const useLookAtNotices = () => useWrite(() => write<Looked>('POST', '/notices/looked'));

/** The newest notices and how many are unread. */
export const useLatestNotices = () => useQuery(latestQuery);

/** Hears of new notices as long as the shell is open; what they tell of help is read anew too. */
export function useNewNotices(): void {
  useTopic('notify.person', useSession().person?.id ?? '', [['notices'], ['help']]);
}

/** Marks notices as read; without ids, all of them. */
export const useReadNotices = () =>
  useWrite(
    (ids: readonly string[] | 'all') =>
      write<UnreadCount>('POST', '/notices/read', ids === 'all' ? { all: true } : { ids }),
    { refreshes: [['notices']] },
  );

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: ({ signal }) => read<NoticeSettings>('/me/notices', signal),
});

export type NoticeArea = NoticeSettings['areas'][number]['area'];

export const chooseChannels = ({ area, channels }: { area: NoticeArea; channels: Channels }): Promise<NoticeSettings> =>
  write('PUT', `/me/notices/${area}`, channels);

export const chooseDigestTime = (digest: DigestTime): Promise<NoticeSettings> => write('PUT', '/me/digest', digest);

/** What the link of a mail switches off, as it says itself; those of earlier mails name no area and mean all. */
export function areasOfStop(token: string): readonly NoticeArea[] {
  const digits = /~(\d+)\./.exec(token)?.[1];
  return digits === undefined ? noticeAreas : [...digits].flatMap((at) => noticeAreas[Number(at)] ?? []);
}

/** Switches notices by mail off with the token of a mail; needs no session. */
export const stopMail = (token: string): Promise<Stopped> => write('POST', '/mail/stop', { token });
