import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { useTexts } from '../useTexts.ts';

/** What most requests are about; anything else is written. */
const usual = ['ill', 'doctor', 'line', 'family', 'contest', 'other'] as const;
type Usual = (typeof usual)[number];

interface ReasonChoiceProps {
  /** In the words that the teacher will read. */
  readonly value: string;
  readonly onChange: (reason: string, kind: Usual) => void;
  readonly error: string | undefined;
}

/** Why another time is needed: one tap, or own words. */
export function ReasonChoice({ value, onChange, error }: ReasonChoiceProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Usual | ''>('');
  const choose = (reason: Usual | '') => {
    setChosen(reason);
    onChange(reason === 'other' || reason === '' ? '' : t(`reason.${reason}`), reason || 'other');
  };
  return (
    <div className="stack-small">
      <Choice<Usual | ''>
        legend={t('ask.why')}
        options={usual.map((reason) => ({ value: reason, label: t(`reason.${reason}`) }))}
        value={chosen}
        onChange={choose}
      />
      {chosen === 'other' && (
        <Textarea
          label={t('ask.ownWords')}
          rows={2}
          maxLength={1000}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value, 'other')}
        />
      )}
      {chosen !== 'other' && error && <p role="alert">{error}</p>}
    </div>
  );
}
