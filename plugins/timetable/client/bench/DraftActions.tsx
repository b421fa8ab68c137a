import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { useDiscardDraft, useSolve, useUndoStep } from '../api/drafts.ts';
import { isOver, useJob } from '../api/jobs.ts';
import { useTexts } from '../useTexts.ts';
import { RulesSheet } from './RulesSheet.tsx';

/** Seconds for which the solver looks, unless it is stopped before. */
const seconds = 60;

/** Solve, take back, throw away. */
export function DraftActions({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [isRules, setRules] = useState(false);
  const { data: job } = useJob(draft.solvingJobId ?? '');
  const solving = useSolve(draft);
  const undoing = useUndoStep(draft.id, () => showToast(t('draft.undone')));
  const discarding = useDiscardDraft(draft, () => {
    showToast(t('draft.discarded'));
    void navigate('/workbench');
  });
  const isSolving = draft.solvingJobId !== null && job !== undefined && !isOver(job);
  const problem = solving.error ?? undoing.error ?? discarding.error;
  return (
    <>
      {draft.may.discard && (
        <Button variant="subtle" loading={discarding.isPending} onClick={() => discarding.mutate(undefined)}>
          {t('draft.discard')}
        </Button>
      )}
      {draft.may.change && (
        <Button variant="default" onClick={() => setRules(true)}>
          {t('rules.open')}
        </Button>
      )}
      {draft.may.undo && (
        <Button variant="default" loading={undoing.isPending} onClick={() => undoing.mutate(draft.revision)}>
          {t('draft.undo')}
        </Button>
      )}
      {draft.may.solve && (
        <Button
          loading={solving.isPending}
          disabled={isSolving}
          onClick={() => solving.mutate({ seconds, from: 'draft' })}
        >
          {t('solve.start')}
        </Button>
      )}
      <FieldErrors problem={problem} />
      <RulesSheet draft={draft} opened={isRules} onClose={() => setRules(false)} />
    </>
  );
}
