import { ActionIcon, Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupView } from '../../../api/groups.ts';
import { write } from '../../../api/request.ts';
import { type Grid, gridQuery } from '../../../api/schoolLists.ts';
import { useWrite } from '../../../api/useWrite.ts';
import { FieldErrors } from '../../../kit/FieldErrors.tsx';
import { Icon } from '../../../kit/Icon.tsx';
import { ProblemView } from '../../../kit/ProblemView.tsx';
import '../../../kit/picker.css';
import { Sheet } from '../../../kit/Sheet.tsx';
import { showToast } from '../../../kit/toasts.ts';
import { Waiting } from '../../../kit/Waiting.tsx';
import { useTimes } from '../../../time/useTimes.ts';
import { gridHoursOf, nextStart, overlapping, placesOf, startsToChoose } from './gridHours.ts';

interface GridSheetProps {
  readonly group: GroupView;
  readonly onClose: () => void;
}

/** The hours in which a group may have lessons: days of the week, and when each lesson begins. */
export function GridSheet({ group, onClose }: GridSheetProps) {
  const { t } = useTranslation('client');
  const { data, error, refetch } = useQuery(gridQuery(group.id));
  return (
    <Sheet title={t('manage.grid')} opened onClose={onClose}>
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {data ? <GridForm group={group} grid={data} onClose={onClose} /> : !error && <Waiting rows={4} />}
    </Sheet>
  );
}

const allDays = [1, 2, 3, 4, 5, 6, 7];

function GridForm({ group, grid, onClose }: GridSheetProps & { readonly grid: Grid }) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const [hours, setHours] = useState(() => gridHoursOf(grid));
  const { weekdays, starts, minutes } = hours;
  const clashing = overlapping(hours);
  const saving = useWrite(
    () => write<Grid>('PUT', `/groups/${group.id}/grid`, { places: placesOf(hours) }, { revision: grid.revision }),
    {
      refreshes: [['groups'], ['heat']],
      onDone: () => {
        showToast(t('settings.saved'));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (clashing.length === 0) saving.mutate(undefined);
  };
  const setStart = (at: number, time: string) =>
    setHours({ ...hours, starts: starts.map((start, index) => (index === at ? time : start)) });
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={saving.error} />
      <p className="quiet">{t('manage.gridWhy', { zone: times.zoneName(group.zone) })}</p>
      {!hours.isEven && <p role="note">{t('manage.gridUneven')}</p>}
      <fieldset className="picker day-checks">
        <legend>{t('manage.days')}</legend>
        {allDays.map((weekday) => (
          <Checkbox
            key={weekday}
            label={times.weekday(weekday, 'short')}
            checked={weekdays.includes(weekday)}
            onChange={(event) =>
              setHours({
                ...hours,
                weekdays: event.currentTarget.checked
                  ? [...weekdays, weekday].sort((a, b) => a - b)
                  : weekdays.filter((one) => one !== weekday),
              })
            }
          />
        ))}
      </fieldset>
      <TextInput
        type="number"
        min={5}
        max={240}
        label={t('manage.minutes')}
        value={String(minutes)}
        onChange={(event) => setHours({ ...hours, minutes: Number(event.currentTarget.value) })}
      />
      <fieldset className="picker">
        <legend>{t('manage.starts')}</legend>
        {starts.map((start, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an hour is known by its place while its time is written
          <div key={at} className="grid-start">
            <NativeSelect
              aria-label={t('manage.startOf', { number: at + 1 })}
              data={startsToChoose(start)}
              value={start}
              error={clashing.includes(start) ? t('manage.startsOverlap') : undefined}
              onChange={(event) => setStart(at, event.currentTarget.value)}
            />
            <ActionIcon
              variant="subtle"
              size="xl"
              aria-label={t('manage.removeStart', { time: start })}
              onClick={() => setHours({ ...hours, starts: starts.filter((_, index) => index !== at) })}
            >
              <Icon name="trash" />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<Icon name="plus" size={16} />}
            disabled={starts.length >= 24}
            onClick={() => setHours({ ...hours, starts: [...starts, nextStart(hours)] })}
          >
            {t('manage.addStart')}
          </Button>
        </div>
      </fieldset>
      <p className="quiet small">{t('manage.gridReaches')}</p>
      <div className="sheet-foot">
        <Button type="submit" loading={saving.isPending} disabled={clashing.length > 0 || weekdays.length === 0}>
          {t('manage.save')}
        </Button>
      </div>
    </form>
  );
}
