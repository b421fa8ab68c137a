import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../kit/Choice.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { addDays, dayOf } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { type DatedHours, isBackward, type WindowKind } from './draft.ts';

interface ExceptionSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onAdd: (exception: DatedHours) => void;
}

/** Asks for one day that is not as every week. */
export function ExceptionSheet({ opened, onClose, onAdd }: ExceptionSheetProps) {
  const { t } = useTranslation('client');
  return (
    <Sheet title={t('hours.addException')} opened={opened} onClose={onClose}>
      <ExceptionForm
        onAdd={(exception) => {
          onAdd(exception);
          onClose();
        }}
      />
    </Sheet>
  );
}

function ExceptionForm({ onAdd }: Pick<ExceptionSheetProps, 'onAdd'>) {
  const { t } = useTranslation('client');
  const today = dayOf(useNow(), useTimes().zone);
  const [on, setOn] = useState(addDays(today, 1));
  const [kind, setKind] = useState<WindowKind>('busy');
  const [isWhole, setWhole] = useState(true);
  const [from, setFrom] = useState('15:00');
  const [to, setTo] = useState('17:00');
  const backward = !isWhole && isBackward({ from, to });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!backward && on) onAdd({ on, kind, from: isWhole ? '00:00' : from, to: isWhole ? '24:00' : to });
  };
  return (
    <form onSubmit={submit} className="stack">
      <TextInput
        type="date"
        label={t('hours.date')}
        min={today}
        required
        withAsterisk={false}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <Choice<WindowKind>
        legend={t('hours.thatDay')}
        options={[
          { value: 'busy', label: t('hours.cannot') },
          { value: 'online', label: t('hours.can') },
        ]}
        value={kind}
        onChange={setKind}
      />
      <Checkbox
        label={t('hours.whole')}
        checked={isWhole}
        onChange={(event) => setWhole(event.currentTarget.checked)}
      />
      {!isWhole && (
        <div className="hours-window">
          <TextInput
            type="time"
            label={t('hours.start')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label={t('hours.end')}
            value={to}
            error={backward ? t('hours.backward') : undefined}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
        </div>
      )}
      <div className="sheet-foot">
        <Button type="submit">{t('hours.addDay')}</Button>
      </div>
    </form>
  );
}
