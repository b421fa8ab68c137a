import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { usePhone } from '../../../../client/src/kit/usePhone.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { AllGroupsTable } from './AllGroupsTable.tsx';
import { DraftDays } from './DraftDays.tsx';
import { DraftGridTable } from './DraftGridTable.tsx';
import { DraftLessonSheet } from './DraftLessonSheet.tsx';
import { optionsOf } from './draftOptions.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { useLessonDrag } from './useLessonDrag.ts';

const keyOf = ({ courseId, nth }: DraftLesson): string => `${courseId} ${nth}`;

/** Every group’s week at once, in the place of one group or teacher. */
const everybody = 'all';

/** The week of one group or one teacher in a draft, or of all groups; each lesson opens to be locked or moved. */
export function DraftWeek({ draft }: { readonly draft: Draft }) {
  const { t } = useTexts();
  const { t: b } = useBenchTexts();
  const times = useTimes();
  const now = useNow();
  const phone = usePhone();
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const [opened, setOpened] = useState('');
  const { groups, teachers } = optionsOf(draft);
  const whose = search.get('whose') ?? groups[0]?.value ?? '';
  const grid = draft.grids.find(({ groupId }) => groupId === whose);
  const isAll = whose === everybody;
  const shown = isAll
    ? draft.items
    : draft.items.filter(({ groupId, teacherId }) => (grid ? groupId === whose : teacherId === whose));
  const placed = shown.filter(({ weekday }) => weekday !== null);
  const unplaced = draft.items.filter(({ weekday }) => weekday === null);
  const open = (lesson: DraftLesson) => setOpened(keyOf(lesson));
  const drag = useLessonDrag(draft);
  const foreign = grid ? times.foreignZone(grid.zone, now) : '';
  return (
    <div className="stack">
      <div className="bench-bar">
        <NativeSelect
          label={t('draft.whose')}
          data={[
            { value: everybody, label: b('week.all') },
            { group: t('draft.groups'), items: groups },
            { group: t('draft.teachers'), items: teachers },
          ]}
          value={whose}
          onChange={(event) => setSearch({ whose: event.currentTarget.value }, { replace: true })}
        />
        {grid && !phone && (
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
        )}
      </div>
      {foreign && <p className="quiet small">{t('draft.zone', { zone: foreign })}</p>}
      {unplaced.length > 0 && (
        <Section title={t('draft.unplaced', { count: unplaced.length })}>
          <DraftDays lessons={unplaced} onOpen={open} />
        </Section>
      )}
      {isAll && !phone && <AllGroupsTable draft={draft} lessons={placed} onOpen={open} />}
      {grid && !phone && view === 'grid' && <DraftGridTable grid={grid} lessons={placed} drag={drag} onOpen={open} />}
      {(phone || (!isAll && (!grid || view === 'list'))) && <DraftDays lessons={placed} onOpen={open} />}
      <DraftLessonSheet
        draft={draft}
        lesson={draft.items.find((lesson) => keyOf(lesson) === opened)}
        onClose={() => setOpened('')}
      />
    </div>
  );
}
