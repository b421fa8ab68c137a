import { ActionIcon, Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayOf, mondayOf, weekFrom } from '../../time/days.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { Choice } from '../Choice.tsx';
import { Icon } from '../Icon.tsx';
import { usePhone } from '../usePhone.ts';
import { DayList } from './DayList.tsx';
import type { WeekEntry } from './WeekEntry.ts';
import { WeekGrid } from './WeekGrid.tsx';

interface WeekCalendarProps {
  readonly monday: string;
  readonly onMonday: (monday: string) => void;
  readonly entries: readonly WeekEntry[];
  readonly onOpen?: (entry: WeekEntry) => void;
  readonly actions?: (entry: WeekEntry) => ReactNode;
}

/** A week with the ways to other weeks: a list on a phone, a grid or a list on a desk. */
export function WeekCalendar({ monday, onMonday, entries, onOpen, actions }: WeekCalendarProps) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const open = onOpen ? { onOpen } : {};
  return (
    <div className="stack">
      <div className="week-bar">
        <WeekSteps monday={monday} onMonday={onMonday} />
        <div className="actions on-desk no-print">
          <Choice
            legend={t('week.view')}
            legendHidden
            options={[
              { value: 'grid', label: t('week.grid') },
              { value: 'list', label: t('week.list') },
            ]}
            value={view}
            onChange={setView}
          />
          <Button variant="default" leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
            {t('kit.print')}
          </Button>
        </div>
      </div>
      {phone || view === 'list' ? (
        <DayList days={weekFrom(monday)} entries={entries} {...open} {...(actions ? { actions } : {})} />
      ) : (
        <WeekGrid monday={monday} entries={entries} {...open} />
      )}
    </div>
  );
}

function WeekSteps({ monday, onMonday }: Pick<WeekCalendarProps, 'monday' | 'onMonday'>) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const current = mondayOf(dayOf(useNow(), times.zone));
  return (
    <div className="actions">
      <span className="week-span" role="status">
        {times.days(monday, addDays(monday, 6))}
      </span>
      <span className="actions no-print">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('week.previous')}
          onClick={() => onMonday(addDays(monday, -7))}
        >
          <Icon name="previous" size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('week.next')}
          onClick={() => onMonday(addDays(monday, 7))}
        >
          <Icon name="next" size={18} />
        </ActionIcon>
        {monday !== current && (
          <Button variant="default" onClick={() => onMonday(current)}>
            {t('week.thisWeek')}
          </Button>
        )}
      </span>
    </div>
  );
}
