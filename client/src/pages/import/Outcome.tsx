import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRun } from '../../api/imports.ts';
import { Section } from '../../kit/Section.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { PlanChanges } from './PlanChanges.tsx';

interface OutcomeProps {
  readonly run: ImportRun;
  readonly undoing: boolean;
  readonly onUndo: () => void;
  readonly onLeave: () => void;
}

/** What came of an import: what it did, or what undoing it left as it was. */
export function Outcome({ run, undoing, onUndo, onLeave }: OutcomeProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const { summary, state, appliedAt, undoneAt, may } = run;
  const at = state === 'undone' ? undoneAt : appliedAt;
  const kept = summary?.kept ?? 0;
  return (
    <Section title={t(`import.outcome.${state}`)}>
      <p role="status">
        {at && times.dateTime(at)}
        {state === 'undone' && ` · ${kept > 0 ? t('import.keptCount', { count: kept }) : t('import.keptNone')}`}
      </p>
      <div className="actions">
        {may.undo && (
          <Button variant="default" loading={undoing} onClick={onUndo}>
            {t('import.undo')}
          </Button>
        )}
        <Button variant={may.undo ? 'subtle' : 'default'} onClick={onLeave}>
          {t('import.another')}
        </Button>
      </div>
      {summary && (state === 'applied' || kept > 0) && (
        <PlanChanges run={run} counts={summary.counts} kept={state === 'undone'} />
      )}
    </Section>
  );
}
