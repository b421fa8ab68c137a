import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { useTopic } from '../../../../client/src/realtime/useTopic.ts';
import type { BoardView } from '../../schemas/boards.ts';
import { boardQuery, forumKey, topicsQuery } from '../api/boards.ts';
import { FindForm } from '../search/FindForm.tsx';
import { useTexts } from '../useTexts.ts';
import { AudienceNote } from './AudienceNote.tsx';
import { boardName } from './boardName.ts';
import { GuestsButton } from './GuestsButton.tsx';
import { NewTopicSheet } from './NewTopicSheet.tsx';
import { TopicRow } from './TopicRow.tsx';
import { WaitingTopics } from './WaitingTopics.tsx';

/** One board: who reads it, its topics, and a way to begin one. */
export function BoardPage() {
  const { t } = useTexts();
  const { boardId = '' } = useParams();
  const { data: board, error, isPending, refetch } = useQuery(boardQuery(boardId));
  useTopic('forum.board', boardId, [[forumKey, 'topics', boardId]]);
  const [opening, setOpening] = useState(false);
  return (
    <Page
      title={board ? boardName(board, t) : t('board.one')}
      above={<Link to="/forum">{t('title')}</Link>}
      waiting={isPending}
      problem={board ? null : error}
      onRetry={() => void refetch()}
      actions={
        board && (
          <>
            {board.may.open && <Button onClick={() => setOpening(true)}>{t('topic.open')}</Button>}
            {(board.may.invite || board.may.openToStudent) && <GuestsButton board={board} />}
          </>
        )
      }
    >
      {board && <AudienceNote audience={board.audience} />}
      <FindForm boardId={boardId} />
      <WaitingTopics boardId={boardId} />
      {board && <Topics board={board} />}
      {board && opening && <NewTopicSheet board={board} onClose={() => setOpening(false)} />}
    </Page>
  );
}

function Topics({ board }: { readonly board: BoardView }) {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(topicsQuery(board.id));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  if (!data) return null;
  if (items.length === 0) return <Empty title={t('topic.none')}>{board.may.open && t('topic.noneWhy')}</Empty>;
  return (
    <div className="stack">
      <List label={t('topic.all')}>
        {items.map((topic) => (
          <TopicRow key={topic.id} topic={topic} board={board} />
        ))}
      </List>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {core('kit.showMore')}
        </Button>
      )}
    </div>
  );
}
