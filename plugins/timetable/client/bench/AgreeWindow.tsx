import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { personQuery } from '../../../../client/src/api/people.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { CompromiseOffers } from '../../schemas/compromises.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useAgreeWindow } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchWords } from './words.ts';

interface AgreeWindowProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly student: { readonly id: string; readonly name: string };
  readonly at: CompromiseOffers['windows'][number];
  readonly onDone: () => void;
}

/** Adds the hour to a student's own hours once somebody of the family has agreed; it says who did and who is told. */
export function AgreeWindow({ draft, lesson, student, at, onDone }: AgreeWindowProps) {
  const { t } = useTexts();
  const { place } = useBenchWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { data } = useQuery(personQuery(student.id));
  const [agreedWithId, setAgreedWith] = useState(student.id);
  const agreeing = useAgreeWindow(draft, lesson, () => {
    showToast(t('agree.done', { name: student.name }));
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    agreeing.mutate({ studentId: student.id, agreedWithId, weekday: at.weekday, hour: at.hour });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <h3 ref={head} tabIndex={-1}>
        {t('agree.title', { name: student.name, place: place(at) })}
      </h3>
      <FieldErrors problem={agreeing.error} />
      <NativeSelect
        label={t('agree.with')}
        data={[
          { value: student.id, label: student.name },
          ...(data?.guardians ?? []).map(({ personId, name }) => ({ value: personId, label: name })),
        ]}
        value={agreedWithId}
        onChange={(event) => setAgreedWith(event.currentTarget.value)}
      />
      <p className="quiet small">{t('agree.told')}</p>
      <div className="actions">
        <Button type="submit" loading={agreeing.isPending}>
          {t('agree.do')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('ask.back')}
        </Button>
      </div>
    </form>
  );
}
