import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { BoardItem, BoardList } from '../../schemas/boards.ts';
import { boardsQuery } from '../api/boards.ts';
import { unreadQuery } from '../api/topics.ts';
import { FindForm } from '../search/FindForm.tsx';
import { useTexts } from '../useTexts.ts';
import { BoardRow } from './BoardRow.tsx';
import { boardName } from './boardName.ts';
import { HoldSheet } from './HoldSheet.tsx';
import { ProgressThreads } from './ProgressThreads.tsx';
import { TopicRow } from './TopicRow.tsx';

/** All boards of the reader, with what is new on top. */
export function ForumPage() {
  const { t } = useTexts();
  const keeps = useMay('forum.keep');
  const { data, error, isPending, refetch } = useQuery(boardsQuery());
  return (
    <Page
      title={t('title')}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
      actions={data && <Actions boards={data} />}
    >
      <FindForm />
      <News />
      {data && <Boards items={data.items} />}
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

function News() {
  const { t } = useTexts();
  const { data } = useQuery(unreadQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('unread.title')}>
      <List label={t('unread.title')}>
        {data.items.map((topic) => (
          <TopicRow key={topic.id} topic={topic} where={boardName(topic.board, t)} />
        ))}
      </List>
    </Section>
  );
}

/** Boards of the whole school, then those of each group. */
function Boards({ items }: { readonly items: readonly BoardItem[] }) {
  const { t } = useTexts();
  if (items.length === 0) return <Empty title={t('board.none')}>{t('board.noneWhy')}</Empty>;
  const groups = new Map<string, BoardItem[]>();
  for (const board of items) {
    const name = board.group?.name ?? '';
    groups.set(name, [...(groups.get(name) ?? []), board]);
  }
  return (
    <>
      {[...groups].map(([name, boards]) => (
        <Section key={name} title={name || t('board.ofSchool')}>
          <List label={name || t('board.ofSchool')}>
            {boards.map((board) => (
              <BoardRow key={board.id} board={board} />
            ))}
            {boards[0]?.group && <Row to={`/forum/groups/${boards[0].group.id}/materials`} title={t('shelf.title')} />}
          </List>
        </Section>
      ))}
    </>
  );
}
