import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { HelpView, NewHelpRequest } from '../../../../server/help/schemas.ts';
import { askHelp, helpOwnerQuery, helpRefreshes } from '../../api/help.ts';
import { useWrite } from '../../api/useWrite.ts';
import { Choice } from '../../kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { showToast } from '../../kit/toasts.ts';
import { PersonPicker, type Picked } from '../people/PersonPicker.tsx';
import type { AboutWhom } from './useAboutWhom.ts';

const guides = ['student', 'guardian', 'teacher', 'tutor'] as const;

interface AskFormProps {
  readonly people: AboutWhom;
  readonly guide: string;
}

export function AskForm({ people, guide }: AskFormProps) {
  const { t } = useTranslation('help');
  const navigate = useNavigate();
  const [kind, setKind] = useState<NewHelpRequest['kind']>('question');
  const [question, setQuestion] = useState('');
  const only = people.children.length === 1 ? people.children[0] : undefined;
  const [about, setAbout] = useState<Picked | undefined>(people.named ?? only);
  const { data: goes } = useQuery(helpOwnerQuery(about?.id ?? ''));
  const named = guides.find((one) => one === guide);
  const asking = useWrite<NewHelpRequest, HelpView>(askHelp, {
    refreshes: helpRefreshes,
    onDone: ({ id }) => {
      showToast(t('sent'));
      void navigate(`/help/${id}`, { replace: true });
    },
  });
  const send = () =>
    asking.mutate({
      kind,
      question: question.trim(),
      ...(about ? { studentId: about.id } : {}),
      ...(named ? { guide: named } : {}),
    });
  return (
    <form
      className="stack help-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FieldErrors problem={asking.error} shownElsewhere={['question']} />
      {named && <p className="quiet">{t('aboutGuide', { guide: t(`guides:audience.${named}`) })}</p>}
      <Choice
        legend={t('kind')}
        value={kind}
        onChange={setKind}
        options={(goes?.kinds ?? ['question']).map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <About people={people} about={about} onChange={setAbout} />
      <Textarea
        label={t('question')}
        description={t('questionHint')}
        required
        autosize
        minRows={4}
        maxRows={16}
        maxLength={4000}
        value={question}
        error={errorOf(asking.error, 'question')}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <p className="quiet" role="status">
        {goes && (goes.owner ? t('goesTo', { name: goes.owner.name }) : t('goesToNobody'))}
      </p>
      <div className="actions">
        <Button type="submit" loading={asking.isPending} disabled={question.trim() === ''}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

interface AboutProps {
  readonly people: AboutWhom;
  readonly about: Picked | undefined;
  readonly onChange: (about: Picked | undefined) => void;
}

/** Families choose among their children; staff search, or ask about nobody. */
function About({ people, about, onChange }: AboutProps) {
  const { t } = useTranslation('help');
  const { children, mayChoose } = people;
  if (mayChoose)
    return (
      <details className="help-about" open={about !== undefined}>
        <summary>{about ? t('aboutNamed', { name: about.name }) : t('aboutStudent')}</summary>
        <PersonPicker
          label={t('aboutWhom')}
          ofRole="student"
          picked={about ? [about] : []}
          onPick={([picked]) => onChange(picked)}
        />
      </details>
    );
  if (children.length === 0) return null;
  return (
    <Choice
      legend={t('aboutWhom')}
      value={about?.id ?? ''}
      onChange={(id) => onChange(children.find((child) => child.id === id))}
      options={[
        ...children.map(({ id, name }) => ({ value: id, label: name })),
        { value: '', label: t('aboutNobody') },
      ]}
    />
  );
}
