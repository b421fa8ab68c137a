import { Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../../../server/people/schemas.ts';
import { peopleToPickQuery } from '../../api/people.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { useSettled } from '../../kit/useSettled.ts';
import '../../kit/picker.css';

export type Picked = Pick<PersonBrief, 'id' | 'name'>;

interface PersonPickerProps {
  readonly label: string;
  /** Only people of this role; empty for everybody. */
  readonly ofRole?: string;
  readonly picked: readonly Picked[];
  readonly onPick: (picked: readonly Picked[]) => void;
  /** One person, or several. */
  readonly several?: boolean;
  /** People who would make no sense here. */
  readonly without?: readonly string[];
}

/** Finds people by a part of their name; those who are picked stay on top. */
export function PersonPicker({ label, ofRole = '', picked, onPick, several, without = [] }: PersonPickerProps) {
  const { t } = useTranslation('client');
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data, error, refetch } = useQuery({
    ...peopleToPickQuery({ q, role: ofRole }),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter(
    ({ id }) => !without.includes(id) && !picked.some((person) => person.id === id),
  );
  const toggle = (person: Picked, isOn: boolean) => {
    if (!isOn) return onPick(picked.filter(({ id }) => id !== person.id));
    onPick(several ? [...picked, person] : [person]);
  };
  return (
    <fieldset className="picker">
      <legend>{label}</legend>
      <TextInput
        type="search"
        aria-label={t('people.name')}
        placeholder={t('people.nameHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      <div className="picker-people">
        {[...picked, ...found].map((person) => (
          <Checkbox
            key={person.id}
            label={person.name}
            checked={picked.some(({ id }) => id === person.id)}
            onChange={(event) => toggle(person, event.currentTarget.checked)}
          />
        ))}
      </div>
      <p role="status" className="quiet small">
        {data && picked.length + found.length === 0 ? t('people.nobody') : ''}
        {data?.nextAfter ? t('people.narrow') : ''}
      </p>
    </fieldset>
  );
}
