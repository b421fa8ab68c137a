import { Button } from '@mantine/core';
import { useState } from 'react';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import type { Draft } from '../../schemas/drafts.ts';
import { useSolve } from '../api/drafts.ts';
import { isOver, useJob } from '../api/jobs.ts';
import { useTexts } from '../useTexts.ts';
import { RulesSheet } from './RulesSheet.tsx';
import { SolveSheet } from './SolveSheet.tsx';
import { useBenchTexts } from './useBenchTexts.ts';

/** Seconds for which the solver looks, unless it is stopped before. */
const seconds = 60;

/** The rules of a draft, and the solver: for all of it or for a part. */
export function DraftActions({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const [opened, setOpened] = useState<'rules' | 'part'>();
  const { data: job } = useJob(draft.solvingJobId ?? '');
  const solving = useSolve(draft);
  const isSolving = draft.solvingJobId !== null && job !== undefined && !isOver(job);
  const close = () => setOpened(undefined);
  return (
    <>
      {draft.may.change && (
        <Button variant="default" onClick={() => setOpened('rules')}>
          {t('rules.open')}
        </Button>
      )}
      {draft.may.solve && (
        <>
          <Button variant="default" disabled={isSolving} onClick={() => setOpened('part')}>
            {b('solve.part')}
          </Button>
          <Button
            loading={solving.isPending}
            disabled={isSolving}
            onClick={() => solving.mutate({ seconds, from: 'draft' })}
          >
            {t('solve.start')}
          </Button>
        </>
      )}
      <FieldErrors problem={solving.error} />
      <RulesSheet draft={draft} opened={opened === 'rules'} onClose={close} />
      <SolveSheet draft={draft} opened={opened === 'part'} onClose={close} />
    </>
  );
}
