import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useSession } from '../../../../client/src/api/session.ts';
import { List } from '../../../../client/src/kit/List.tsx';
import { threadsQuery } from '../api/conversations.ts';
import { useInbox } from '../live/useInbox.ts';
import { useTexts } from '../useTexts.ts';
import { UnansweredRow } from './UnansweredRow.tsx';

const shown = 4;

/** Families and students who have written and had no answer yet, the longest waiting on top. */
export function UnansweredCard() {
  const { t } = useTexts();
  const personId = useSession().person?.id ?? '';
  useInbox();
  const { data } = useInfiniteQuery(threadsQuery('unanswered'));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <div>
      <h3>{t('unanswered.title')}</h3>
      <List label={t('unanswered.title')}>
        {items.slice(0, shown).map((thread) => (
          <UnansweredRow key={thread.id} thread={thread} personId={personId} />
        ))}
      </List>
      {items.length > shown && (
        <Button component={Link} to="/messages?which=unanswered" variant="subtle" size="compact-md">
          {t('unanswered.all')}
        </Button>
      )}
    </div>
  );
}
