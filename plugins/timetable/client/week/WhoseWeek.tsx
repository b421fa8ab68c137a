import { Suspense } from 'react';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { useTexts } from '../useTexts.ts';

const WhoseSelect = lazily(async () => (await import('./WhoseSelect.tsx')).WhoseSelect);

export interface Whose {
  readonly value: string;
  readonly label: string;
}

export interface WhoseWeekProps {
  readonly options: readonly Whose[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** So many stand side by side; more go into a list. */
const sideBySide = 4;

/** Whose week is shown: one child or another, one group or another. Nothing when there is no choice. */
export function WhoseWeek({ options, value, onChange }: WhoseWeekProps) {
  const { t } = useTexts();
  if (options.length < 2) return null;
  return (
    <div className="no-print">
      {options.length <= sideBySide ? (
        <Choice legend={t('week.whose')} legendHidden options={options} value={value} onChange={onChange} />
      ) : (
        <Suspense fallback={null}>
          <WhoseSelect options={options} value={value} onChange={onChange} />
        </Suspense>
      )}
    </div>
  );
}
