import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTopic } from '../../../../client/src/realtime/useTopic.ts';
import type { BoardView } from '../../schemas/boards.ts';
import { boardQuery, boardsQuery, forumKey, topicsQuery } from '../api/boards.ts';
import { AudienceNote } from '../boards/AudienceNote.tsx';
import { GuestsButton } from '../boards/GuestsButton.tsx';
import { NewTopicSheet } from '../boards/NewTopicSheet.tsx';
import { TopicRow } from '../boards/TopicRow.tsx';
import { WaitingTopics } from '../boards/WaitingTopics.tsx';
import { useTexts } from '../useTexts.ts';

/** The private thread about one student: where parents read how the child is getting on. */
export function StudentProgress({ studentId }: { readonly studentId: string }) {
  const { t } = useTexts();
  const { data, error, refetch } = useQuery(boardsQuery({ studentId }));
  const thread = data?.items.find(({ kind }) => kind === 'progress');
  const { data: board } = useQuery({ ...boardQuery(thread?.id ?? ''), enabled: thread !== undefined });
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (!thread) return <Empty title={t('progress.none')}>{t('progress.noneWhy')}</Empty>;
  return board ? <ProgressThread board={board} /> : <Waiting />;
}

function ProgressThread({ board }: { readonly board: BoardView }) {
  const { t } = useTexts();
  const [opening, setOpening] = useState(false);
  const { data } = useInfiniteQuery(topicsQuery(board.id));
  useTopic('forum.board', board.id, [[forumKey, 'topics', board.id]]);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="stack">
      <AudienceNote audience={board.audience} />
      <div className="actions">
        {board.may.open && <Button onClick={() => setOpening(true)}>{t('progress.write')}</Button>}
        {(board.may.invite || board.may.openToStudent) && <GuestsButton board={board} />}
      </div>
      <WaitingTopics boardId={board.id} />
      {data && items.length === 0 && <Empty title={t('progress.empty')}>{t('progress.emptyWhy')}</Empty>}
      {items.length > 0 && (
        <List label={t('progress.title')}>
          {items.map((topic) => (
            <TopicRow key={topic.id} topic={topic} board={board} />
          ))}
        </List>
      )}
      {opening && <NewTopicSheet board={board} onClose={() => setOpening(false)} />}
    </div>
  );
}
