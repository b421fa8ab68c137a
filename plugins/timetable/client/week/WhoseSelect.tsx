import { NativeSelect } from '@mantine/core';
import { useTexts } from '../useTexts.ts';
import type { WhoseWeekProps } from './WhoseWeek.tsx';
import './week.css';

/** Many weeks to choose from, in a list. */
export function WhoseSelect({ options, value, onChange }: WhoseWeekProps) {
  const { t } = useTexts();
  return (
    <NativeSelect
      className="whose"
      label={t('week.whose')}
      data={[...options]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
