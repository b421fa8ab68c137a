import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { BoardList } from '../../schemas/boards.ts';
import { allBoardsQuery } from '../api/boards.ts';
import { unreadQuery } from '../api/topics.ts';
import { FindForm } from '../search/FindForm.tsx';
import { useTexts } from '../useTexts.ts';
import { BoardFolds } from './BoardFolds.tsx';
import { HoldSheet } from './HoldSheet.tsx';
import { ProgressThreads } from './ProgressThreads.tsx';
import { TopicRow } from './TopicRow.tsx';

/** All boards of the reader, with what is new on top. */
export function ForumPage() {
  const { t } = useTexts();
  const keeps = useMay('forum.keep');
  const boards = useInfiniteQuery(allBoardsQuery);
  const { data, error, isPending, refetch } = boards;
  return (
    <Page
      title={t('title')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
      actions={data?.pages[0] && <Actions boards={data.pages[0]} />}
    >
      <FindForm />
      <News />
      {data && (
        <BoardFolds
          items={data.pages.flatMap(({ items }) => items)}
          hasMore={boards.hasNextPage}
          isLoading={boards.isFetchingNextPage}
          onMore={() => void boards.fetchNextPage()}
        />
      )}
      <ProgressThreads />
      {keeps && <Link to="/forum/reports">{t('reports.title')}</Link>}
    </Page>
  );
}

function Actions({ boards }: { readonly boards: BoardList }) {
  const { t } = useTexts();
  const [holding, setHolding] = useState<'council' | 'case'>();
  const { holdCouncils, holdCases } = boards.may;
  return (
    <>
      {holdCouncils && (
        <Button variant="default" onClick={() => setHolding('council')}>
          {t('hold.council')}
        </Button>
      )}
      {holdCases && (
        <Button variant="default" onClick={() => setHolding('case')}>
          {t('hold.case')}
        </Button>
      )}
      {holding && <HoldSheet kind={holding} onClose={() => setHolding(undefined)} />}
    </>
  );
}

/** The boards stay in sight below. */
const fewNews = 5;

function News() {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const [isWhole, setWhole] = useState(false);
  const { data } = useQuery(unreadQuery);
  if (!data || data.items.length === 0) return null;
  const shown = isWhole ? data.items : data.items.slice(0, fewNews);
  return (
    <Section title={t('unread.title')}>
      <List label={t('unread.title')}>
        {shown.map((topic) => (
          <TopicRow key={topic.id} topic={topic} board={topic.board} isBoardNamed />
        ))}
      </List>
      {shown.length < data.items.length && (
        <Button variant="default" mt="sm" onClick={() => setWhole(true)}>
          {core('kit.showMore')}
        </Button>
      )}
    </Section>
  );
}
