import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useMay, useSession } from '../../../../client/src/api/session.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import type { ThreadsQuery } from '../../schemas.ts';
import { threadsQuery } from '../api/conversations.ts';
import { useInbox } from '../live/useInbox.ts';
import { useTexts } from '../useTexts.ts';
import { FoundMessages } from './FoundMessages.tsx';
import { ThreadRow } from './ThreadRow.tsx';
import { UnansweredRow } from './UnansweredRow.tsx';
import './messages.css';

type Which = ThreadsQuery['which'];

/** All conversations of the reader, the latest on top; those who answer for students find the supervised ones here too. */
export function ConversationsPage() {
  const { t } = useTexts();
  const [search, setSearch] = useSearchParams();
  const maySupervise = useMay('messages.supervise');
  const mayAnswer = useMay('messages.settle');
  const mayNote = useMay('messages.note-calls');
  const options: readonly Which[] = [
    'own',
    ...(mayAnswer ? (['unanswered'] as const) : []),
    ...(maySupervise ? (['supervised'] as const) : []),
  ];
  const which = options.find((one) => one === search.get('which')) ?? 'own';
  const personId = useSession().person?.id ?? '';
  useInbox();
  const [words, setWords] = useState('');
  const q = useSettled(words.trim());
  const isSearching = q.length >= 2;
  const threads = useInfiniteQuery(threadsQuery(which));
  const items = threads.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('title')}
      problem={threads.data ? null : threads.error}
      waiting={threads.isPending}
      onRetry={() => void threads.refetch()}
      actions={
        <>
          <Button component={Link} to="/messages/new">
            {t('new.open')}
          </Button>
          {mayNote && (
            <Button component={Link} to="/messages/calls" variant="default">
              {t('calls.open')}
            </Button>
          )}
        </>
      }
    >
      <TextInput
        type="search"
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {isSearching && <FoundMessages q={q} personId={personId} />}
      {!isSearching && options.length > 1 && (
        <Choice<Which>
          legend={t('which.legend')}
          legendHidden
          options={options.map((value) => ({ value, label: t(`which.${value}`) }))}
          value={which}
          onChange={(next) => setSearch(next === 'own' ? {} : { which: next }, { replace: true })}
        />
      )}
      {!isSearching && which === 'supervised' && <p className="quiet">{t('which.supervisedWhy')}</p>}
      {!isSearching && threads.data && items.length === 0 && (
        <Empty title={t(`none.${which}`)}>{t(`noneWhy.${which}`)}</Empty>
      )}
      {!isSearching && items.length > 0 && (
        <List label={t('title')}>
          {items.map((thread) =>
            which === 'unanswered' ? (
              <UnansweredRow key={thread.id} thread={thread} personId={personId} />
            ) : (
              <ThreadRow key={thread.id} thread={thread} personId={personId} />
            ),
          )}
        </List>
      )}
      {!isSearching && threads.hasNextPage && (
        <Button variant="default" loading={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
          {t('client:kit.showMore')}
        </Button>
      )}
    </Page>
  );
}
