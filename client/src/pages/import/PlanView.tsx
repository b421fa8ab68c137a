import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportPlan } from '../../api/imports.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Section } from '../../kit/Section.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanProblems } from './PlanProblems.tsx';

interface PlanViewProps {
  readonly plan: ImportPlan;
  readonly applying: boolean;
  readonly onApply: () => void;
}

/** The preview: what is wrong, or what would change. Nothing is taken in while anything is wrong. */
export function PlanView({ plan, applying, onApply }: PlanViewProps) {
  const { t } = useTranslation('client');
  if (plan.problems.length > 0) return <PlanProblems problems={plan.problems} />;
  if (plan.changes.length === 0) return <Empty title={t('import.nothing')}>{t('import.nothingWhy')}</Empty>;
  return (
    <Section title={t('import.preview')}>
      <PlanChanges changes={plan.changes} />
      <div className="actions">
        <Button loading={applying} onClick={onApply}>
          {t('import.apply', { count: plan.changes.length })}
        </Button>
      </div>
    </Section>
  );
}
