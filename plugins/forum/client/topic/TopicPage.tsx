import { Button } from '@mantine/core';
import { Link, useParams, useSearchParams } from 'react-router';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { boardName } from '../boards/boardName.ts';
import { topicName } from '../boards/topicName.ts';
import { useTexts } from '../useTexts.ts';
import { Thread } from './Thread.tsx';
import { TopicMenu } from './TopicMenu.tsx';
import { useTopicPosts } from './useTopicPosts.ts';
import './topic.css';

/** One topic: from the first unread post on, or from the one that a link names. */
export function TopicPage() {
  const { t } = useTexts();
  const { topicId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const from = search.get('from') ?? 'unread';
  const posts = useTopicPosts(topicId, from);
  const { data, error, isPending, refetch } = posts;
  const topic = data?.topic;
  return (
    <Page
      title={topic ? topicName(topic.title, topic.board, t) : t('topic.one')}
      summary={topic?.isClosed ? t('topic.closed') : undefined}
      above={topic && <Link to={`/forum/boards/${topic.board.id}`}>{boardName(topic.board, t)}</Link>}
      actions={
        topic && (
          <TopicMenu topic={topic} onChanged={(changed) => posts.change((page) => ({ ...page, topic: changed }))} />
        )
      }
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data && <Thread posts={posts} page={data} focusOn={search.get('from')} />}
      {data && posts.hasLater && (
        <Button variant="default" onClick={() => setSearch({ from: 'end' })}>
          {t('topic.toEnd')}
        </Button>
      )}
    </Page>
  );
}
