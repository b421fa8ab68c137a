import { Button, NativeSelect, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeView } from '../../../../server/notify/schemas.ts';
import {
  allNoticesQuery,
  type NoticeArea,
  type NoticeFilter,
  noticeAreas,
  useLookAtNotices,
  useReadNotices,
} from '../../api/notices.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { NoticeRow } from './NoticeRow.tsx';
import { PushOffer } from './PushOffer.tsx';
import './notices.css';

const none: NoticeFilter = { area: undefined, aboutPersonId: undefined, isUnread: false };

/** Everything that the reader was told, newest first. */
export function NoticesPage() {
  const { t } = useTranslation(['notify', 'notices', 'client']);
  const [filter, setFilter] = useState<NoticeFilter>(none);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    allNoticesQuery(filter),
  );
  const reading = useReadNotices();
  const lookedAt = useLookedBefore(data?.pages[0]?.lookedAt);
  const notices = data?.pages.flatMap((page) => page.items) ?? [];
  const unread = data?.pages[0]?.unread ?? 0;
  return (
    <Page
      title={t('title')}
      summary={unread > 0 ? t('unread', { count: unread }) : undefined}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
      actions={
        unread > 0 && (
          <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate('all')}>
            {t('markAllRead')}
          </Button>
        )
      }
    >
      <div className="stack">
        {reading.isSuccess && <PushOffer />}
        <Filter filter={filter} about={data?.pages[0]?.about ?? []} onChange={setFilter} />
        {notices.length === 0 ? (
          <Empty title={t(filter === none ? 'empty' : 'notices:noneFits')}>{t('client:notices.emptyWhy')}</Empty>
        ) : (
          <NoticeList notices={notices} lookedAt={lookedAt} />
        )}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('showMore')}
          </Button>
        )}
      </div>
    </Page>
  );
}

/** When the reader looked before this visit; the server remembers this one. */
function useLookedBefore(loaded: string | null | undefined): string | null | undefined {
  const [before, setBefore] = useState<string | null>();
  const { mutate } = useLookAtNotices();
  useEffect(() => {
    if (loaded === undefined || before !== undefined) return;
    setBefore(loaded);
    mutate(undefined);
  }, [loaded, before, mutate]);
  return before;
}

interface NoticeListProps {
  readonly notices: readonly NoticeView[];
  readonly lookedAt: string | null | undefined;
}

/** A line stands where the reader stopped the last time. */
function NoticeList({ notices, lookedAt }: NoticeListProps) {
  const { t } = useTranslation('notices');
  const times = useTimes();
  const firstSeen = lookedAt ? notices.findIndex(({ createdAt }) => createdAt <= lookedAt) : -1;
  return (
    <List label={t('list')}>
      {notices.map((notice, at) => (
        <Fragment key={notice.id}>
          {at === firstSeen && at > 0 && lookedAt && (
            <li className="notice-line">{t('lookedAt', { at: times.dateTime(lookedAt) })}</li>
          )}
          <NoticeRow notice={notice} />
        </Fragment>
      ))}
    </List>
  );
}

interface FilterProps {
  readonly filter: NoticeFilter;
  readonly about: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (filter: NoticeFilter) => void;
}

function Filter({ filter, about, onChange }: FilterProps) {
  const { t } = useTranslation(['notices', 'notify']);
  const isArea = (value: string): value is NoticeArea => noticeAreas.some((area) => area === value);
  return (
    <div className="notice-filter no-print">
      <NativeSelect
        label={t('filter.area')}
        value={filter.area ?? ''}
        data={[
          { value: '', label: t('filter.all') },
          ...noticeAreas.map((value) => ({ value, label: t(`notify:areas.${value}`) })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...filter, area: isArea(value) ? value : undefined })}
      />
      {about.length > 1 && (
        <NativeSelect
          label={t('filter.child')}
          value={filter.aboutPersonId ?? ''}
          data={[
            { value: '', label: t('filter.everybody') },
            ...about.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => onChange({ ...filter, aboutPersonId: value || undefined })}
        />
      )}
      <Switch
        label={t('filter.unread')}
        checked={filter.isUnread}
        onChange={({ currentTarget: { checked } }) => onChange({ ...filter, isUnread: checked })}
      />
    </div>
  );
}
