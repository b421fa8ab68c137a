import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface Hours {
  readonly fromTime: string;
  readonly toTime: string;
}

interface HoursFieldsProps {
  readonly hours: Hours;
  readonly onChange: (hours: Hours) => void;
}

/** Two times of a clock; the second may lie on the next day. */
export function HoursFields({ hours, onChange }: HoursFieldsProps) {
  const { t } = useTranslation('notify');
  return (
    <div className="actions">
      <TextInput
        type="time"
        required
        label={t('quiet.from')}
        value={hours.fromTime}
        onChange={(event) => onChange({ ...hours, fromTime: event.currentTarget.value })}
      />
      <TextInput
        type="time"
        required
        label={t('quiet.to')}
        value={hours.toTime}
        onChange={(event) => onChange({ ...hours, toTime: event.currentTarget.value })}
      />
    </div>
  );
}
