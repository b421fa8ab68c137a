import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportAnswers, ImportRun, ImportSummary } from '../../api/imports.ts';
import { Empty } from '../../kit/Empty.tsx';
import { Section } from '../../kit/Section.tsx';
import { Mapping } from './Mapping.tsx';
import { PlanChanges } from './PlanChanges.tsx';
import { PlanProblems } from './PlanProblems.tsx';
import { Questions } from './Questions.tsx';
import { SheetList } from './SheetList.tsx';

interface PlanPartProps {
  readonly run: ImportRun;
  readonly summary: ImportSummary;
  readonly busy: boolean;
  readonly onAnswers: (answers: ImportAnswers) => void;
  readonly onApply: (fingerprint: string) => void;
}

/** The preview: what is to be said first, what is wrong, or what would change. Nothing is taken in while anything is wrong. */
export function PlanPart({ run, summary, busy, onAnswers, onApply }: PlanPartProps) {
  const { t } = useTranslation('client');
  const { fingerprint } = run;
  const isUnclear = summary.sheets.some(
    ({ form, headings, missing }) =>
      form === null || missing.length > 0 || headings.some(({ column }) => column === null),
  );
  return (
    <>
      <SheetList sheets={summary.sheets} />
      {(summary.fet || summary.format === 'oneroster') && (
        <Questions summary={summary} busy={busy} onAnswers={onAnswers} />
      )}
      {isUnclear && <Mapping sheets={summary.sheets} busy={busy} onAnswers={onAnswers} />}
      {summary.faults > 0 && <PlanProblems run={run} count={summary.faults} isAsked={isUnclear} />}
      {summary.faults === 0 && summary.changes === 0 && (
        <Empty title={t('import.nothing')}>{t('import.nothingWhy')}</Empty>
      )}
      {summary.faults === 0 && summary.changes > 0 && (
        <Section title={t('import.preview')}>
          <PlanChanges run={run} counts={summary.counts} />
          <div className="actions import-apply">
            <Button
              loading={busy}
              disabled={!run.may.apply}
              onClick={() => fingerprint !== null && onApply(fingerprint)}
            >
              {t('import.apply', { count: summary.changes })}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}
