import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay, useSession } from '../../../../client/src/api/session.ts';
import { List } from '../../../../client/src/kit/List.tsx';
import type { ThreadBrief } from '../../schemas.ts';
import { threadsQuery } from '../api/conversations.ts';
import { useInbox } from '../live/useInbox.ts';
import { useTexts } from '../useTexts.ts';
import { ThreadRow } from './ThreadRow.tsx';

const shown = 4;

/** Conversations in which something waits to be read. */
export function UnreadCard() {
  const { t } = useTexts();
  const personId = useSession().person?.id ?? '';
  const mayAnswer = useMay('messages.settle');
  useInbox();
  const { data } = useInfiniteQuery(threadsQuery('own'));
  // What waits for an answer has a card of its own.
  const isHere = ({ unread, askedAt }: ThreadBrief) => unread > 0 && !(mayAnswer && askedAt);
  const unread = data?.pages.flatMap(({ items }) => items).filter(isHere) ?? [];
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
