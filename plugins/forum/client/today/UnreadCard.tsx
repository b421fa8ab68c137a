import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { unreadQuery } from '../api/topics.ts';

const shown = 5;

/** What is new on the forum, with the first unread post a tap away. Small: it comes with the first visit. */
export function UnreadCard() {
  const { t } = useTranslation('forum', { keyPrefix: 'client' });
  const times = useTimes();
  const { data, isPending } = useQuery(unreadQuery);
  if (isPending) return <Waiting rows={1} />;
  if (!data || data.items.length === 0) return null;
  return (
    <div>
      <h3>{t('today.title')}</h3>
      <List label={t('today.title')}>
        {data.items.slice(0, shown).map(({ id, title, unread, activeAt, board }) => (
          <Row
            key={id}
            to={`/forum/topics/${id}`}
            title={title || t('nav.progress')}
            details={[board.student?.name ?? board.group?.name ?? board.name, times.dateTime(activeAt)]
              .filter(Boolean)
              .join(' · ')}
            trail={t('today.posts', { count: unread })}
            fresh
          />
        ))}
      </List>
      {data.items.length > shown && <Link to="/forum">{t('today.all')}</Link>}
    </div>
  );
}
