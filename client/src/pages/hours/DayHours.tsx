import { ActionIcon, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import { useTimes } from '../../time/useTimes.ts';
import {
  type Draft,
  type DraftWindow,
  isBackward,
  isCovered,
  type WindowKind,
  windowsOn,
  withDayCopied,
  withoutWindow,
  withTimes,
  withWindow,
} from './draft.ts';
import { TimeSelect } from './TimeSelect.tsx';

interface DayHoursProps {
  readonly kind: WindowKind;
  readonly weekday: number;
  readonly draft: Draft;
  readonly onChange: ((next: Draft, removed?: string) => void) | undefined;
}

const schoolDays = [1, 2, 3, 4, 5];

/** The hours of one weekday. */
export function DayHours({ kind, weekday, draft, onChange }: DayHoursProps) {
  const { t } = useTranslation('client');
  const day = useTimes().weekday(weekday);
  const windows = windowsOn(draft, kind, weekday);
  return (
    <li className="hours-day">
      <h3>
        {day}
        {windows.length === 0 && <span className="hours-none quiet small">{t('hours.none')}</span>}
      </h3>
      <div className="hours-windows">
        {windows.map((window) =>
          onChange ? (
            <WindowFields key={window.key} window={window} day={day} draft={draft} onChange={onChange} />
          ) : (
            <p key={window.key} className="figures">
              {window.from}–{window.to}
            </p>
          ),
        )}
      </div>
      {onChange && (
        <Button
          className="hours-add no-print"
          variant="subtle"
          px="xs"
          leftSection={<Icon name="plus" size={16} />}
          aria-label={t('hours.addOn', { day })}
          onClick={() => onChange(withWindow(draft, kind, weekday))}
        >
          {t('hours.add')}
        </Button>
      )}
      {onChange && windows.length > 0 && schoolDays.includes(weekday) && (
        <Button
          className="hours-copy no-print"
          variant="subtle"
          leftSection={<Icon name="copy" size={16} />}
          aria-label={t('hours.copyOf', { day })}
          onClick={() => onChange(withDayCopied(draft, kind, weekday, schoolDays), t('hours.copied', { day }))}
        >
          {t('hours.copy')}
        </Button>
      )}
    </li>
  );
}

interface WindowFieldsProps {
  readonly window: DraftWindow;
  readonly day: string;
  readonly draft: Draft;
  readonly onChange: (next: Draft, removed?: string) => void;
}

function WindowFields({ window, day, draft, onChange }: WindowFieldsProps) {
  const { t } = useTranslation('client');
  const wrong = isBackward(window) ? t('hours.backward') : isCovered(draft, window) ? t('hours.covered') : undefined;
  const hint = `hours-wrong-${window.key}`;
  const field = (name: 'from' | 'to') => (
    <TimeSelect
      label={t(`hours.${name}`, { day })}
      value={window[name]}
      isEnd={name === 'to'}
      {...(wrong ? { wrongId: hint } : {})}
      onChange={(value) => onChange(withTimes(draft, window.key, { [name]: value }))}
    />
  );
  return (
    <div>
      <div className="hours-window">
        {field('from')}
        <span aria-hidden="true">–</span>
        {field('to')}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('hours.remove', { day, from: window.from, to: window.to })}
          onClick={() => onChange(withoutWindow(draft, window.key), t('hours.removed', { day }))}
        >
          <Icon name="trash" size={18} />
        </ActionIcon>
      </div>
      {wrong && (
        <p id={hint} className="hours-wrong small">
          {wrong}
        </p>
      )}
    </div>
  );
}
