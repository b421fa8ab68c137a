import { NativeSelect, TextInput } from '@mantine/core';
import { useMeetingTexts } from './useMeetingTexts.ts';

/** How long, and in which days. */
export interface Span {
  readonly minutes: number;
  readonly fromOn: string;
  readonly untilOn: string;
}

const lengths = [15, 20, 30, 45, 60, 90, 120];

interface SearchFieldsProps {
  readonly value: Span;
  readonly today: string;
  readonly onChange: (span: Span) => void;
}

export function SearchFields({ value, today, onChange }: SearchFieldsProps) {
  const { t } = useMeetingTexts();
  return (
    <div className="actions">
      <NativeSelect
        label={t('length')}
        value={String(value.minutes)}
        data={lengths.map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
        onChange={(event) => onChange({ ...value, minutes: Number(event.currentTarget.value) })}
      />
      <TextInput
        type="date"
        label={t('from')}
        min={today}
        value={value.fromOn}
        onChange={(event) => {
          const fromOn = event.currentTarget.value;
          onChange({ ...value, fromOn, untilOn: value.untilOn < fromOn ? fromOn : value.untilOn });
        }}
      />
      <TextInput
        type="date"
        label={t('until')}
        min={value.fromOn}
        value={value.untilOn}
        onChange={(event) => onChange({ ...value, untilOn: event.currentTarget.value })}
      />
    </div>
  );
}
