import { Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import type { RecipientList } from '../../schemas.ts';
import { recipientsQuery } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { FamilyButton } from './FamilyButton.tsx';

export type Recipient = RecipientList['items'][number];

interface PickerProps {
  readonly picked: readonly Recipient[];
  readonly onPick: (picked: readonly Recipient[]) => void;
}

/** Finds whole families and people to write to by a part of their name; those who are picked stay on top. */
export function RecipientPicker({ picked, onPick }: PickerProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data, error, refetch } = useQuery({ ...recipientsQuery(q), placeholderData: keepPreviousData });
  const found = (data?.items ?? []).filter(({ id }) => !picked.some((one) => one.id === id));
  const families = picked.length === 0 ? (data?.families ?? []) : [];
  const toggle = (person: Recipient, isOn: boolean) =>
    onPick(isOn ? [...picked, person] : picked.filter(({ id }) => id !== person.id));
  return (
    <fieldset className="messages-pick">
      <legend>{t('new.whom')}</legend>
      <TextInput
        type="search"
        aria-label={t('client:people.name')}
        placeholder={t('client:people.nameHint')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && !data && <ProblemView problem={error} onRetry={() => void refetch()} />}
      {families.length > 0 && (
        <List label={t('new.families')}>
          {families.map(({ id, name }) => (
            <Row
              key={id}
              title={t('kind.family', { name })}
              details={t('new.familyWho')}
              actions={<FamilyButton studentId={id} name={name} />}
            />
          ))}
        </List>
      )}
      <div className="messages-people">
        {[...picked, ...found].map((person) => (
          <Checkbox
            key={person.id}
            label={`${person.name} · ${person.of.length > 0 ? t('new.familyOf', { names: person.of.join(', ') }) : t(`new.kind.${person.kind}`)}`}
            checked={picked.some(({ id }) => id === person.id)}
            onChange={(event) => toggle(person, event.currentTarget.checked)}
          />
        ))}
      </div>
      <p role="status" className="quiet small">
        {data && picked.length + found.length === 0 ? t('client:people.nobody') : ''}
        {data && !data.isAll ? t('client:people.narrow') : ''}
      </p>
    </fieldset>
  );
}
