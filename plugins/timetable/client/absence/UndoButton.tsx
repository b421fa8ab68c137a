import { Button } from '@mantine/core';
import { useTexts } from '../useTexts.ts';

interface UndoButtonProps {
  readonly name: string;
  readonly isPending: boolean;
  readonly onUndo: () => void;
}

/** Puts the lessons of an absence back. */
export function UndoButton({ name, isPending, onUndo }: UndoButtonProps) {
  const { t } = useTexts();
  return (
    <Button variant="default" aria-label={`${t('absence.undo')}: ${name}`} loading={isPending} onClick={onUndo}>
      {t('absence.undo')}
    </Button>
  );
}
