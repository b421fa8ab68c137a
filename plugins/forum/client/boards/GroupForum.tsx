import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { boardsQuery } from '../api/boards.ts';
import { useTexts } from '../useTexts.ts';
import { BoardRow } from './BoardRow.tsx';

/** The boards of one group. */
export function GroupForum({ groupId }: { readonly groupId: string }) {
  const { t } = useTexts();
  const writesNotes = useMay('forum.write-notes');
  const { data, error, refetch } = useQuery(boardsQuery({ groupId }));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  if (data.items.length === 0) return <Empty title={t('board.none')}>{t('board.noneWhy')}</Empty>;
  return (
    <div className="stack">
      {writesNotes && (
        <p>
          <Link to={`/forum/groups/${groupId}/notes`}>{t('note.title')}</Link>
        </p>
      )}
      <List label={t('title')}>
        {data.items.map((board) => (
          <BoardRow key={board.id} board={board} />
        ))}
      </List>
    </div>
  );
}
