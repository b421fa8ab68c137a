import { Button, TextInput } from '@mantine/core';
import { useTexts } from '../useTexts.ts';

export interface Window {
  readonly key: number;
  readonly on: string;
  readonly from: string;
  readonly to: string;
}

interface WishedWindowsProps {
  readonly value: readonly Window[];
  readonly onChange: (windows: readonly Window[]) => void;
  /** The date that a new window begins with. */
  readonly from: string;
}

const most = 10;

/** Hours that would suit, on the clock of the group. */
export function WishedWindows({ value, onChange, from }: WishedWindowsProps) {
  const { t } = useTexts();
  const change = (key: number, part: Partial<Window>) =>
    onChange(value.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <div className="stack-small">
      {value.map((one) => (
        <fieldset key={one.key} className="wished">
          <TextInput
            type="date"
            label={t('ask.windowOn')}
            value={one.on}
            onChange={(event) => change(one.key, { on: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('ask.windowFrom')}
            value={one.from}
            onChange={(event) => change(one.key, { from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('ask.windowTo')}
            value={one.to}
            onChange={(event) => change(one.key, { to: event.currentTarget.value })}
          />
          <Button variant="subtle" onClick={() => onChange(value.filter(({ key }) => key !== one.key))}>
            {t('ask.windowRemove')}
          </Button>
        </fieldset>
      ))}
      {value.length < most && (
        <Button
          variant="subtle"
          onClick={() =>
            onChange([...value, { key: (value.at(-1)?.key ?? 0) + 1, on: from, from: '16:00', to: '18:00' }])
          }
        >
          {t('ask.window')}
        </Button>
      )}
    </div>
  );
}
