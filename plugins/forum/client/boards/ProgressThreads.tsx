import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { List } from '../../../../client/src/kit/List.tsx';
import { progressThreadsQuery } from '../api/boards.ts';
import { useTexts } from '../useTexts.ts';
import { BoardRow } from './BoardRow.tsx';

/** A parent's own are seen at once; a tutor's sixty are a tap away. */
const fewThreads = 5;

/** The private thread of each student whom the reader looks after. */
export function ProgressThreads() {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(progressThreadsQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (items.length === 0) return null;
  return (
    <details className="forum-fold" open={items.length <= fewThreads}>
      <summary>
        <h2>{t('progress.threads')}</h2>
      </summary>
      <List label={t('progress.threads')}>
        {items.map((board) => (
          <BoardRow key={board.id} board={board} />
        ))}
      </List>
      {hasNextPage && (
        <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {core('kit.showMore')}
        </Button>
      )}
    </details>
  );
}
