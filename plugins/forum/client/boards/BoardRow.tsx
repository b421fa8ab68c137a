import { Row } from '../../../../client/src/kit/List.tsx';
import type { BoardItem } from '../../schemas/boards.ts';
import { useTexts } from '../useTexts.ts';
import { boardName } from './boardName.ts';
import { Unread } from './Unread.tsx';

export function BoardRow({ board }: { readonly board: BoardItem }) {
  const { t } = useTexts();
  return (
    <Row
      to={`/forum/boards/${board.id}`}
      title={boardName(board, t)}
      details={t(`board.for.${board.kind}`)}
      fresh={board.unread > 0}
      trail={<Unread count={board.unread} label={t('unread.topics', { count: board.unread })} />}
    />
  );
}
