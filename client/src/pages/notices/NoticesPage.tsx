import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { allNoticesQuery, useReadNotices } from '../../api/notices.ts';
import { Empty } from '../../kit/Empty.tsx';
import { List } from '../../kit/List.tsx';
import { Page } from '../../kit/Page.tsx';
import { NoticeRow } from './NoticeRow.tsx';

/** Everything that the reader was told, newest first. */
export function NoticesPage() {
  const { t } = useTranslation(['notify', 'client']);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(allNoticesQuery);
  const reading = useReadNotices();
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
      {notices.length === 0 ? (
        <Empty title={t('empty')}>{t('client:notices.emptyWhy')}</Empty>
      ) : (
        <div className="stack">
          <List label={t('title')}>
            {notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </List>
          {hasNextPage && (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('showMore')}
            </Button>
          )}
        </div>
      )}
    </Page>
  );
}
