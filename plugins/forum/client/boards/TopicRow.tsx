import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { BoardBrief } from '../../schemas/boards.ts';
import type { TopicItem } from '../../schemas/topics.ts';
import { useTexts } from '../useTexts.ts';
import { boardName } from './boardName.ts';
import { topicName } from './topicName.ts';
import { Unread } from './Unread.tsx';

interface TopicRowProps {
  readonly topic: TopicItem;
  readonly board: BoardBrief;
  /** In a list over several boards each is named. */
  readonly isBoardNamed?: boolean;
}

/** One topic of a list. */
export function TopicRow({ topic, board, isBoardNamed = false }: TopicRowProps) {
  const { t } = useTexts();
  const times = useTimes();
  const facts = [
    // A thread of notes is called as its board is.
    ...(isBoardNamed && topic.title ? [boardName(board, t)] : []),
    ...(topic.author?.name ? [topic.author.name] : []),
    t('topic.posts', { count: topic.posts }),
    times.dateTime(topic.activeAt),
    ...(topic.isPinned ? [t('topic.pinned')] : []),
    ...(topic.isClosed ? [t('topic.closed')] : []),
  ];
  return (
    <Row
      to={`/forum/topics/${topic.id}`}
      title={topicName(topic.title, board, t)}
      details={facts.join(' · ')}
      fresh={topic.unread > 0}
      {...(topic.isClosed ? { lead: <Icon name="lock" size={18} /> } : {})}
      trail={<Unread count={topic.unread} label={t('unread.posts', { count: topic.unread })} />}
    />
  );
}
