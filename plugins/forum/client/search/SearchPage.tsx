import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { SearchHit } from '../../schemas/topics.ts';
import { searchQuery } from '../api/topics.ts';
import { boardName } from '../boards/boardName.ts';
import { topicName } from '../boards/topicName.ts';
import { useTexts } from '../useTexts.ts';
import { FindForm } from './FindForm.tsx';

/** Posts with the words that were asked for, newest first. */
export function SearchPage() {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const [search] = useSearchParams();
  const q = search.get('q') ?? '';
  const boardId = search.get('boardId') ?? '';
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...searchQuery(q, boardId),
    enabled: q !== '',
  });
  const hits = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('find.title')}
      above={<Link to={boardId ? `/forum/boards/${boardId}` : '/forum'}>{t(boardId ? 'find.back' : 'title')}</Link>}
      waiting={q !== '' && isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      <FindForm key={q} initial={q} {...(boardId ? { boardId } : {})} />
      {data && hits.length === 0 && <Empty title={t('find.none')}>{t('find.noneWhy')}</Empty>}
      {hits.length > 0 && (
        <List label={t('find.title')}>
          {hits.map((hit) => (
            <Hit key={hit.postId} hit={hit} />
          ))}
        </List>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {core('kit.showMore')}
        </Button>
      )}
    </Page>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <Row
      to={`/forum/topics/${hit.topicId}?from=${hit.number}`}
      title={topicName(hit.title, hit.board, t)}
      details={
        <>
          <p className="forum-hit">
            {hit.excerpt.map(({ text, isHit }, at) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: an excerpt is shown whole and never reordered
              isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
            )}
          </p>
          <p>{[boardName(hit.board, t), hit.author, times.dateTime(hit.postedAt)].filter(Boolean).join(' · ')}</p>
        </>
      }
    />
  );
}
