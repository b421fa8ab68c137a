import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { Row } from '../../../../client/src/kit/List.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { TopicItem } from '../../schemas/topics.ts';
import { useTexts } from '../useTexts.ts';
import { Unread } from './Unread.tsx';

/** One topic of a list; `where` names its board in lists over several. */
export function TopicRow({ topic, where }: { readonly topic: TopicItem; readonly where?: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const facts = [
    // A progress thread is often called as its board is.
    ...(where && where !== topic.title ? [where] : []),
    ...(topic.author?.name ? [topic.author.name] : []),
    t('topic.posts', { count: topic.posts }),
    times.dateTime(topic.activeAt),
    ...(topic.isPinned ? [t('topic.pinned')] : []),
    ...(topic.isClosed ? [t('topic.closed')] : []),
  ];
  return (
    <Row
      to={`/forum/topics/${topic.id}`}
      title={topic.title}
      details={facts.join(' · ')}
      fresh={topic.unread > 0}
      {...(topic.isClosed ? { lead: <Icon name="lock" size={18} /> } : {})}
      trail={<Unread count={topic.unread} label={t('unread.posts', { count: topic.unread })} />}
    />
  );
}
