import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLatestNotices, useReadNotices } from '../../api/notices.ts';
import { List } from '../../kit/List.tsx';
import { NoticeRow } from '../notices/NoticeRow.tsx';

/** What the reader has not seen yet. Draws nothing when there is nothing new. */
export function NewNotices() {
  const { t } = useTranslation(['notify', 'client']);
  const { data } = useLatestNotices();
  const reading = useReadNotices();
  const fresh = data?.items.filter((notice) => notice.readAt === null) ?? [];
  if (!data || fresh.length === 0) return null;
  return (
    <div className="stack">
      <List label={t('title')}>
        {fresh.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </List>
      <div className="actions">
        <Button variant="default" loading={reading.isPending} onClick={() => reading.mutate('all')}>
          {t('markAllRead')}
        </Button>
        <Link to="/notices">{t('client:today.allNotices')}</Link>
      </div>
    </div>
  );
}
