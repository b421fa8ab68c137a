import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import type { ReportView } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { decideReport, reportsQuery } from '../api/topics.ts';
import { PostItem } from '../topic/PostItem.tsx';
import { useTexts } from '../useTexts.ts';
import { boardName } from './boardName.ts';
import { topicName } from './topicName.ts';

/** Posts that somebody reported, to be decided about. */
export function ReportsPage() {
  const { t } = useTexts();
  const { data, error, isPending, refetch } = useQuery(reportsQuery);
  return (
    <Page
      title={t('reports.title')}
      above={<Link to="/forum">{t('title')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.items.length === 0 && <Empty title={t('reports.none')} />}
      {data?.items.map((report) => (
        <ReportedPost key={report.id} report={report} />
      ))}
    </Page>
  );
}

function ReportedPost({ report }: { readonly report: ReportView }) {
  const { t } = useTexts();
  const { post, topicId, topicTitle, board, reason } = report;
  const title = topicName(topicTitle, board, t);
  const deciding = useWrite((outcome: 'hidden' | 'kept') => decideReport(report.id, { outcome, reason: '' }), {
    refreshes: [[forumKey]],
  });
  return (
    <section className="stack" aria-label={title}>
      <p>
        <Link to={`/forum/topics/${topicId}?from=${post.number}`}>{title}</Link>
        <span className="quiet"> · {boardName(board, t)}</span>
      </p>
      <p>{t('reports.why', { reason })}</p>
      <ol className="posts">
        <PostItem post={post} topicId={topicId} onChanged={() => undefined} />
      </ol>
      {deciding.error && <ProblemView problem={deciding.error} />}
      <div className="actions">
        <Button loading={deciding.isPending} onClick={() => deciding.mutate('hidden')}>
          {t('reports.hide')}
        </Button>
        <Button variant="default" onClick={() => deciding.mutate('kept')}>
          {t('reports.keep')}
        </Button>
      </div>
    </section>
  );
}
