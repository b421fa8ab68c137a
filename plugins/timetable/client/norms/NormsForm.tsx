import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Subject } from '../../../../client/src/api/schoolLists.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { HealthNorms, HealthNormsView } from '../../schemas/healthNorms.ts';
import { useChangeNorms } from '../api/norms.ts';
import { useTexts } from '../useTexts.ts';
import { GradeRows } from './GradeRows.tsx';
import './norms.css';

const kinds = ['load', 'screen', 'heavy'] as const;
const forces = ['off', 'wish', 'must'] as const;
const weekdays = [1, 2, 3, 4, 5, 6, 7];

interface NormsFormProps {
  readonly view: HealthNormsView;
  /** Whose norms they are; null for everybody's. */
  readonly schoolId: string | null;
  readonly subjects: readonly Subject[];
}

/** Every norm with how strictly it is kept, and its numbers. */
export function NormsForm({ view, schoolId, subjects }: NormsFormProps) {
  const { t } = useTexts();
  const [norms, setNorms] = useState<HealthNorms>(view.norms);
  const saving = useChangeNorms(schoolId, view.revision, () => showToast(t('norms.saved')));
  const change = (over: Partial<HealthNorms>) => setNorms((before) => ({ ...before, ...over }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(norms);
  };
  return (
    <form onSubmit={submit}>
      <fieldset className="norms stack">
        <FieldErrors problem={saving.error} />
        {kinds.map((kind) => (
          <Choice
            key={kind}
            legend={t(`norms.${kind}`)}
            options={forces.map((force) => ({ value: force, label: t(`norms.${force}`) }))}
            value={norms[kind]}
            onChange={(force) => change({ [kind]: force })}
          />
        ))}
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          max={60}
          label={t('norms.breakMinutes')}
          value={norms.breakMinutes ?? ''}
          onChange={({ currentTarget: { value } }) => change({ breakMinutes: value === '' ? null : Number(value) })}
        />
        <Section title={t('norms.grades')}>
          <GradeRows grades={norms.grades} onChange={(grades) => change({ grades })} />
        </Section>
        {norms.heavy !== 'off' && <HeavyHours norms={norms} subjects={subjects} onChange={change} />}
        <div>
          <Button type="submit" loading={saving.isPending}>
            {t('norms.save')}
          </Button>
        </div>
      </fieldset>
    </form>
  );
}

interface HeavyHoursProps {
  readonly norms: HealthNorms;
  readonly subjects: readonly Subject[];
  readonly onChange: (over: Partial<HealthNorms>) => void;
}

/** Which subjects are heavy, and when they are to be held. */
function HeavyHours({ norms, subjects, onChange }: HeavyHoursProps) {
  const { t } = useTexts();
  const times = useTimes();
  return (
    <Section title={t('norms.subjects')}>
      <fieldset className="norms-boxes">
        <legend className="unseen">{t('norms.subjects')}</legend>
        {subjects.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={norms.heavySubjectIds.includes(id)}
            onChange={() => onChange({ heavySubjectIds: toggled(norms.heavySubjectIds, id) })}
          />
        ))}
      </fieldset>
      <fieldset className="norms-boxes">
        <legend>{t('norms.weekdays')}</legend>
        {weekdays.map((weekday) => (
          <Checkbox
            key={weekday}
            label={times.weekday(weekday)}
            checked={norms.heavyWeekdays.includes(weekday)}
            onChange={() => onChange({ heavyWeekdays: toggled(norms.heavyWeekdays, weekday).sort((a, b) => a - b) })}
          />
        ))}
      </fieldset>
      <div className="norms-row">
        {(['heavyFromHour', 'heavyUntilHour'] as const).map((bound) => (
          <TextInput
            key={bound}
            type="number"
            inputMode="numeric"
            min={1}
            max={24}
            required
            withAsterisk={false}
            label={t(bound === 'heavyFromHour' ? 'norms.hours' : 'norms.hoursUntil')}
            value={norms[bound]}
            onChange={({ currentTarget }) => onChange({ [bound]: Number(currentTarget.value) })}
          />
        ))}
      </div>
    </Section>
  );
}

const toggled = <V,>(list: readonly V[], value: V): V[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
