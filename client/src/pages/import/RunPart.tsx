import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import {
  applyImport,
  type ImportAnswers,
  type ImportRun,
  isOver,
  planImport,
  runQuery,
  undoImport,
  useImportJob,
} from '../../api/imports.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Empty } from '../../kit/Empty.tsx';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { ProgressPanel } from '../../kit/ProgressPanel.tsx';
import { Waiting } from '../../kit/Waiting.tsx';
import { Outcome } from './Outcome.tsx';
import { PlanPart } from './PlanPart.tsx';

interface RunPartProps {
  readonly id: string;
  readonly onLeave: () => void;
}

const phases = ['reading', 'comparing', 'storing', 'applying', 'clearing'] as const;

const phaseOf = (detail: unknown): (typeof phases)[number] => {
  const told: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'phase') : undefined;
  return phases.find((phase) => phase === told) ?? 'reading';
};

/** One import: its job while it runs, then the plan, or what came of it. */
export function RunPart({ id, onLeave }: RunPartProps) {
  const { t } = useTranslation('client');
  const client = useQueryClient();
  const query = runQuery(id);
  const run = useQuery(query);
  const job = useImportJob(run.data?.jobId ?? null);
  const over = job.data ? isOver(job.data) : false;
  const took = (next: ImportRun) => client.setQueryData(query.queryKey, next);
  const planning = useWrite((answers: ImportAnswers) => planImport(id, answers), { onDone: took });
  const applying = useWrite((fingerprint: string) => applyImport(id, fingerprint), { onDone: took });
  const undoing = useWrite(() => undoImport(id), { onDone: took });
  useEffect(() => {
    if (!over) return;
    void client.invalidateQueries({ queryKey: ['imports', id], exact: true });
    void client.invalidateQueries({ queryKey: ['imports', 'list'] });
    for (const name of ['people', 'groups', 'availability']) void client.invalidateQueries({ queryKey: [name] });
  }, [over, client, id]);

  if (run.error) return <ProblemView problem={run.error} />;
  if (!run.data) return <Waiting />;
  const { summary, state } = run.data;
  if (job.data && !over) {
    const { progress } = job.data;
    return (
      <ProgressPanel
        title={t(`import.jobs.${job.data.kind.replace('import.', '')}`)}
        state={t(`import.phases.${phaseOf(progress?.detail)}`)}
        done={progress?.done ?? 0}
        total={progress?.total ?? 100}
      />
    );
  }
  return (
    <>
      <FieldErrors problem={planning.error ?? applying.error ?? undoing.error} />
      {job.data?.state === 'failed' && (
        <Empty title={t('import.failed')}>
          <p>{t(job.data.problem === 'import/changed-since-plan' ? 'import.changedSince' : 'import.failedWhy')}</p>
          <Button onClick={() => planning.mutate({})} loading={planning.isPending}>
            {t('import.lookAgain')}
          </Button>
        </Empty>
      )}
      {state === 'open' && summary && (
        <PlanPart
          run={run.data}
          summary={summary}
          busy={planning.isPending || applying.isPending}
          onAnswers={(answers) => planning.mutate(answers)}
          onApply={(fingerprint) => applying.mutate(fingerprint)}
        />
      )}
      {state !== 'open' && (
        <Outcome
          run={run.data}
          undoing={undoing.isPending}
          onUndo={() => undoing.mutate(undefined)}
          onLeave={onLeave}
        />
      )}
    </>
  );
}
