import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import type { BoardItem } from '../../schemas/boards.ts';
import { useTexts } from '../useTexts.ts';
import { BoardRow } from './BoardRow.tsx';
import { boardName } from './boardName.ts';
import { foldsOf } from './foldsOf.ts';
import { Unread } from './Unread.tsx';
import './boards.css';

/** A student's own boards are seen at once; a tutor's forty are a tap away. */
const fewBoards = 10;

interface BoardFoldsProps {
  readonly items: readonly BoardItem[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
}

/** Boards of the whole school, then those of each group: folded where they are many, what is new first, found by name. */
export function BoardFolds({ items, hasMore, isLoading, onMore }: BoardFoldsProps) {
  const { t } = useTexts();
  const { t: core } = useTranslation('client');
  const [wanted, setWanted] = useState('');
  const isFinding = wanted.trim() !== '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when the search begins and once after each page, however it ended
  useEffect(() => {
    // What is looked for may stand on a page that has not been asked for yet.
    if (isFinding && hasMore) onMore();
  }, [isFinding, items.length]);
  if (items.length === 0) return <Empty title={t('board.none')}>{t('board.noneWhy')}</Empty>;
  const isMany = items.length > fewBoards || hasMore;
  const folds = foldsOf(items, (board) => boardName(board, t), wanted);
  return (
    <div className="stack">
      {isMany && (
        <TextInput
          type="search"
          label={t('board.find')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {folds.length === 0 && !hasMore && <p className="quiet">{t('board.notFound')}</p>}
      {folds.map(({ group, boards, unread }) => (
        <details key={`${group?.id ?? ''}${isFinding}`} className="forum-fold" open={isFinding || !isMany}>
          <summary>
            <h2>{group?.name ?? t('board.ofSchool')}</h2>{' '}
            <Unread count={unread} label={t('unread.topics', { count: unread })} />
          </summary>
          <List label={group?.name ?? t('board.ofSchool')}>
            {boards.map((board) => (
              <BoardRow key={board.id} board={board} />
            ))}
            {group && !isFinding && <Row to={`/forum/groups/${group.id}/materials`} title={t('shelf.title')} />}
          </List>
        </details>
      ))}
      {hasMore && !isFinding && (
        <Button variant="default" loading={isLoading} onClick={onMore}>
          {core('kit.showMore')}
        </Button>
      )}
    </div>
  );
}
