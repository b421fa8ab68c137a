import { Button } from '@mantine/core';
import { useNavigate } from 'react-router';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { Draft } from '../../schemas/drafts.ts';
import { useDiscardDraft, useRedoStep, useUndoStep } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { useStepKeys } from './useStepKeys.ts';

/** Takes the last step back, does it again, or throws the draft away. */
export function StepTools({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const navigate = useNavigate();
  const undoing = useUndoStep(draft.id, () => showToast(t('draft.undone')));
  const redoing = useRedoStep(draft.id, () => showToast(b('redone')));
  const discarding = useDiscardDraft(draft, () => {
    showToast(t('draft.discarded'));
    void navigate('/workbench');
  });
  const isStepping = undoing.isPending || redoing.isPending;
  const undo = () => undoing.mutate(draft.revision);
  const redo = () => redoing.mutate(draft.revision);
  const { may } = draft;
  useStepKeys({
    undo: may.undo && !isStepping ? undo : undefined,
    redo: may.redo && !isStepping ? redo : undefined,
  });
  if (!may.undo && !may.redo && !may.discard) return null;
  return (
    <div className="actions bench-tools">
      <Button variant="default" size="sm" disabled={!may.undo} loading={undoing.isPending} onClick={undo}>
        {t('draft.undo')}
      </Button>
      <Button variant="default" size="sm" disabled={!may.redo} loading={redoing.isPending} onClick={redo}>
        {b('redo')}
      </Button>
      {may.discard && (
        <Button variant="subtle" size="sm" loading={discarding.isPending} onClick={() => discarding.mutate(undefined)}>
          {t('draft.discard')}
        </Button>
      )}
      <FieldErrors problem={undoing.error ?? redoing.error ?? discarding.error} />
    </div>
  );
}
