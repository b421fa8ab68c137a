import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../../../client/src/api/session.ts';
import { List } from '../../../../client/src/kit/List.tsx';
import { threadsQuery } from '../api/conversations.ts';
import { useInbox } from '../live/useInbox.ts';
import { useTexts } from '../useTexts.ts';
import { ThreadRow } from './ThreadRow.tsx';

const shown = 4;

/** Conversations in which something waits to be read. */
export function UnreadCard() {
  const { t } = useTexts();
  const personId = useSession().person?.id ?? '';
  useInbox();
  const { data } = useInfiniteQuery(threadsQuery('own'));
  const unread = data?.pages.flatMap(({ items }) => items).filter((thread) => thread.unread > 0) ?? [];
  if (unread.length === 0) return null;
  return (
    <div>
      <h3>{t('title')}</h3>
      <List label={t('title')}>
        {unread.slice(0, shown).map((thread) => (
          <ThreadRow key={thread.id} thread={thread} personId={personId} />
        ))}
      </List>
      {unread.length > shown && <Link to="/messages">{t('allUnread', { count: unread.length })}</Link>}
    </div>
  );
}
