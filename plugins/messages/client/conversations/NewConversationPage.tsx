import { Button, Checkbox, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import type { RecipientList } from '../../schemas.ts';
import { openConversation, recipientsQuery } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import './messages.css';

type Recipient = RecipientList['items'][number];

/** Chooses with whom; what comes next shows who will read it before anything is sent. */
export function NewConversationPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [picked, setPicked] = useState<readonly Recipient[]>([]);
  const opening = useWrite(() => openConversation(picked.map(({ id }) => id)), {
    refreshes: [],
    onDone: ({ id }) => void navigate(`/messages/${id}`, { replace: true }),
  });
  return (
    <Page title={t('new.title')} above={<Link to="/messages">{t('title')}</Link>}>
      <div className="stack">
        <p className="quiet">{t('new.why')}</p>
        <RecipientPicker picked={picked} onPick={setPicked} />
        {opening.error && <ProblemView problem={opening.error} />}
        <div className="actions">
          <Button disabled={picked.length === 0} loading={opening.isPending} onClick={() => opening.mutate(undefined)}>
            {t('new.go')}
          </Button>
        </div>
      </div>
    </Page>
  );
}

interface PickerProps {
  readonly picked: readonly Recipient[];
  readonly onPick: (picked: readonly Recipient[]) => void;
}

/** Finds people to write to by a part of their name; those who are picked stay on top. */
function RecipientPicker({ picked, onPick }: PickerProps) {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const q = useSettled(text.trim());
  const { data, error, refetch } = useQuery({ ...recipientsQuery(q), placeholderData: keepPreviousData });
  const found = (data?.items ?? []).filter(({ id }) => !picked.some((one) => one.id === id));
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
      <div className="messages-people">
        {[...picked, ...found].map((person) => (
          <Checkbox
            key={person.id}
            label={`${person.name} · ${t(`new.kind.${person.kind}`)}`}
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
