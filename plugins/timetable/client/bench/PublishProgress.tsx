import { write } from '../../../../client/src/api/request.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { ProgressPanel } from '../../../../client/src/kit/ProgressPanel.tsx';
import type { PublicationView } from '../../schemas/publications.ts';
import { useJob } from '../api/jobs.ts';
import { publicationQuery } from '../api/publications.ts';
import { useTexts } from '../useTexts.ts';

interface PublishProgressProps {
  readonly publication: PublicationView;
  readonly jobId: string;
}

/** A publication on its way; it becomes visible when it is whole. */
export function PublishProgress({ publication: { id, state, may }, jobId }: PublishProgressProps) {
  const { t } = useTexts();
  const { data: job } = useJob(jobId);
  const stopping = useWrite(() => write('POST', `/timetable/publications/${id}/cancel`), {
    refreshes: [publicationQuery(id).queryKey],
  });
  const { done, total } = job?.progress ?? { done: 0, total: 1 };
  return (
    <ProgressPanel
      title={t('publication.progress')}
      state={t(`publication.state.${state}`)}
      done={done}
      total={total}
      cancelling={stopping.isPending}
      {...(may.cancel ? { onCancel: () => stopping.mutate(undefined) } : {})}
    />
  );
}
