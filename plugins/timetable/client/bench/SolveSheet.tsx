import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft } from '../../schemas/drafts.ts';
import type { SolveRequest } from '../../schemas/solving.ts';
import { useSolve } from '../api/drafts.ts';
import { optionsOf } from './draftOptions.ts';
import { useBenchTexts } from './useBenchTexts.ts';

interface SolveSheetProps {
  readonly draft: Draft;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What to compose and how: all or a part, as well as can be or with the least change. */
export function SolveSheet({ draft, opened, onClose }: SolveSheetProps) {
  const { t } = useBenchTexts();
  return (
    <Sheet title={t('solve.title')} opened={opened} onClose={onClose}>
      <SolveForm draft={draft} onStarted={onClose} />
    </Sheet>
  );
}

const parts = ['everything', 'groups', 'teachers', 'days'] as const;
type Part = (typeof parts)[number];
const durations = [15, 60, 300] as const;

type Only = NonNullable<SolveRequest['only']>;

function onlyOf(part: Part, chosen: readonly string[]): Only | undefined {
  if (part === 'groups') return { groupIds: [...chosen] };
  if (part === 'teachers') return { teacherIds: [...chosen] };
  return part === 'days' ? { weekdays: chosen.map(Number) } : undefined;
}

function SolveForm({ draft, onStarted }: { readonly draft: Draft; readonly onStarted: () => void }) {
  const { t } = useBenchTexts();
  const [part, setPart] = useState<Part>('everything');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [change, setChange] = useState<'free' | 'least'>('free');
  const [from, setFrom] = useState<'draft' | 'nothing'>('draft');
  const [seconds, setSeconds] = useState<number>(durations[1]);
  const solving = useSolve(draft);
  const isLacking = part !== 'everything' && chosen.length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const only = onlyOf(part, chosen);
    const wish = { seconds, change, from: change === 'least' ? 'draft' : from, ...(only ? { only } : {}) } as const;
    solving.mutate(wish, { onSuccess: onStarted });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={solving.error} />
      <Choice
        legend={t('solve.what')}
        options={parts.map((value) => ({ value, label: t(`solve.${value}`) }))}
        value={part}
        onChange={(next) => {
          setPart(next);
          setChosen([]);
        }}
      />
      {part !== 'everything' && <PartChoice draft={draft} part={part} chosen={chosen} onChoose={setChosen} />}
      <Choice
        legend={t('solve.how')}
        options={[
          { value: 'free', label: t('solve.free') },
          { value: 'least', label: t('solve.least') },
        ]}
        value={change}
        onChange={setChange}
      />
      {change === 'least' ? (
        <p className="quiet small">{t('solve.leastWhy')}</p>
      ) : (
        <Choice
          legend={t('solve.from')}
          options={[
            { value: 'draft', label: t('solve.fromDraft') },
            { value: 'nothing', label: t('solve.fromNothing') },
          ]}
          value={from}
          onChange={setFrom}
        />
      )}
      <NativeSelect
        label={t('solve.atMost')}
        data={durations.map((value) => ({ value: String(value), label: t('solve.seconds', { count: value }) }))}
        value={String(seconds)}
        onChange={(event) => setSeconds(Number(event.currentTarget.value))}
      />
      <div className="sheet-foot">
        <Button type="submit" disabled={isLacking} loading={solving.isPending}>
          {t('solve.start')}
        </Button>
        {isLacking && <p className="quiet small">{t('solve.choose')}</p>}
      </div>
    </form>
  );
}

interface PartChoiceProps {
  readonly draft: Draft;
  readonly part: Exclude<Part, 'everything'>;
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

function PartChoice({ draft, part, chosen, onChoose }: PartChoiceProps) {
  const { t } = useBenchTexts();
  const times = useTimes();
  const { groups, teachers } = optionsOf(draft);
  const weekdays = [...new Set(draft.grids.flatMap(({ places }) => places.map(({ weekday }) => weekday)))];
  const days = weekdays.sort((a, b) => a - b).map((day) => ({ value: String(day), label: times.weekday(day) }));
  return (
    <Checkbox.Group value={[...chosen]} onChange={onChoose} label={t(`solve.${part}`)}>
      <div className="bench-choices">
        {{ groups, teachers, days }[part].map(({ value, label }) => (
          <Checkbox key={value} value={value} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
