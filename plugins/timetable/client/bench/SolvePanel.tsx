import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ProgressPanel } from '../../../../client/src/kit/ProgressPanel.tsx';
import type { Draft } from '../../schemas/drafts.ts';
import type { SolveDetail } from '../../schemas/solving.ts';
import { refreshDraft } from '../api/drafts.ts';
import { isOver, useCancelJob, useJob } from '../api/jobs.ts';
import { useTexts } from '../useTexts.ts';
import { SolveChart } from './SolveChart.tsx';
import { useScorePoints } from './useScorePoints.ts';
import { useBenchWords } from './words.ts';

interface SolvePanelProps {
  readonly draft: Draft;
  readonly jobId: string;
}

const isDetail = (value: unknown): value is SolveDetail =>
  typeof value === 'object' && value !== null && 'byRule' in value && Array.isArray(value.byRule);

/** The search as it goes on. Of one that was over before the page was opened only that it broke off is told. */
export function SolvePanel({ draft, jobId }: SolvePanelProps) {
  const { t, i18n } = useTexts();
  const { rule } = useBenchWords();
  const client = useQueryClient();
  const { data: job } = useJob(jobId);
  const cancelling = useCancelJob(jobId);
  const [wasRunning, setWasRunning] = useState(false);
  const over = job !== undefined && isOver(job);
  useEffect(() => {
    if (job && !over) setWasRunning(true);
    if (over && wasRunning) refreshDraft(client, draft.id);
  }, [client, draft.id, job, over, wasRunning]);
  const latest: unknown = job?.state === 'done' ? job.result : job?.progress?.detail;
  const detail = isDetail(latest) ? latest : undefined;
  const { done, total } = job?.progress ?? { done: 0, total: 1 };
  const points = useScorePoints(detail, job?.state === 'done' ? 1 : done / Math.max(total, 1));
  if (!job) return null;
  const isBroken = job.state === 'failed';
  if (over && !wasRunning && !isBroken) return null;
  return (
    <ProgressPanel
      title={t('solve.title')}
      state={
        detail || isBroken
          ? t(`solve.state.${job.state}`, { placed: detail?.placed ?? 0, total: detail?.total ?? 0 })
          : t('solve.begins')
      }
      done={job.state === 'done' ? 1 : done}
      total={job.state === 'done' ? 1 : total}
      facts={(detail?.byRule ?? [])
        .filter(({ cost }) => cost > 0)
        .map((part) => ({
          label: part.hard ? t('solve.hard', { rule: rule(part.rule) }) : rule(part.rule),
          value: part.cost.toLocaleString(i18n.language, { maximumFractionDigits: 1 }),
        }))}
      cancelling={cancelling.isPending}
      {...(job.may.cancel && !over ? { onCancel: () => cancelling.mutate(undefined) } : {})}
    >
      <SolveChart points={points} />
    </ProgressPanel>
  );
}
