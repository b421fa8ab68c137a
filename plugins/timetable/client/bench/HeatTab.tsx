import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import { termsQuery } from '../../../../client/src/api/schoolLists.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { HeatGrid } from '../../../../client/src/kit/heat/HeatGrid.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { heatMapQuery } from '../api/terms.ts';
import { useTexts } from '../useTexts.ts';
import { HeatList } from './HeatList.tsx';
import { HeatSheet } from './HeatSheet.tsx';
import type { HeatSlot } from './heatSlot.ts';
import './bench.css';

/** How many of a group can be online in each hour of its week; a slot opens to who cannot and why. */
export function HeatTab({ groupId }: { readonly groupId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  const today = dayOf(now, times.zone);
  const { data: terms } = useQuery(termsQuery);
  const { data: group } = useQuery(groupQuery(groupId));
  const [courseId, setCourseId] = useState('');
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const [opened, setOpened] = useState<HeatSlot>();
  const term = terms?.items.toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)).find(({ endsOn }) => endsOn >= today);
  const { data, error, refetch } = useQuery(heatMapQuery({ groupId, termId: term?.id ?? '', courseId }));
  if (terms && !term) return <Empty title={t('heat.noTerm')}>{t('heat.noTermWhy')}</Empty>;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const slots = data?.items ?? [];
  const foreign = data ? times.foreignZone(data.zone, now) : '';
  return (
    <div className="stack">
      <div className="bench-bar">
        <NativeSelect
          label={t('heat.of')}
          data={[
            { value: '', label: t('heat.wholeGroup') },
            ...(group?.courses ?? []).map((course) => ({
              value: course.id,
              label: t('heat.course', {
                subject: course.subgroupName ? `${course.subjectName} (${course.subgroupName})` : course.subjectName,
                teacher: course.teacherName ?? t('lesson.noTeacher'),
              }),
            })),
          ]}
          value={courseId}
          onChange={(event) => setCourseId(event.currentTarget.value)}
        />
        <Choice
          legend={t('draft.view')}
          legendHidden
          options={[
            { value: 'grid', label: t('draft.grid') },
            { value: 'list', label: t('draft.asList') },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {foreign && <p className="quiet small">{t('draft.zone', { zone: foreign })}</p>}
      {!data && <Waiting rows={6} />}
      {data && slots.length === 0 && <Empty title={t('heat.noGrid')}>{t('heat.noGridWhy')}</Empty>}
      {data && slots.length > 0 && view === 'grid' && <SlotGrid slots={slots} total={data.total} onOpen={setOpened} />}
      {data && view === 'list' && <HeatList slots={slots} total={data.total} />}
      <HeatSheet slot={opened} total={data?.total ?? 0} onClose={() => setOpened(undefined)} />
    </div>
  );
}

interface SlotGridProps {
  readonly slots: readonly HeatSlot[];
  readonly total: number;
  readonly onOpen: (slot: HeatSlot) => void;
}

function SlotGrid({ slots, total, onOpen }: SlotGridProps) {
  const { t } = useTexts();
  const times = useTimes();
  const weekdays = [...new Set(slots.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const hours = [...new Set(slots.map(({ hour }) => hour))].sort((a, b) => a - b);
  return (
    <HeatGrid
      caption={t('heat.caption')}
      days={weekdays.map((weekday) => ({ id: String(weekday), label: times.weekday(weekday, 'short') }))}
      hours={hours.map((hour) => ({
        id: String(hour),
        label: slots.find((slot) => slot.hour === hour)?.startsTime ?? '',
      }))}
      cells={slots.map(({ weekday, hour, online }) => ({
        day: String(weekday),
        hour: String(hour),
        can: online,
        total,
      }))}
      onOpen={({ day, hour }) => {
        const slot = slots.find((one) => String(one.weekday) === day && String(one.hour) === hour);
        if (slot) onOpen(slot);
      }}
    />
  );
}
