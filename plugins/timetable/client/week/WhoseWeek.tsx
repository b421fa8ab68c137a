import { NativeSelect } from '@mantine/core';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { useTexts } from '../useTexts.ts';
import './week.css';

export interface Whose {
  readonly value: string;
  readonly label: string;
}

interface WhoseWeekProps {
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
        <NativeSelect
          className="whose"
          label={t('week.whose')}
          data={[...options]}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
