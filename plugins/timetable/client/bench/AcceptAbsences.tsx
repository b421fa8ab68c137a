import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { CompromiseOffers, CompromiseView } from '../../schemas/compromises.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useAcceptCompromise } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchWords } from './words.ts';

type Kind = CompromiseView['substitute']['kind'];
type Offer = CompromiseOffers['absences'][number];

const kinds: readonly Kind[] = ['recording', 'consultation', 'individual-lesson', 'other'];
const kindOf = (value: string): Kind => kinds.find((kind) => kind === value) ?? 'other';

interface AcceptAbsencesProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly offer: Offer;
  readonly onDone: () => void;
}

interface Substitute {
  readonly kind: Kind;
  readonly text: string;
}

/** Accepts absences under the reader's name, with a substitute for each student. */
export function AcceptAbsences({ draft, lesson, offer, onDone }: AcceptAbsencesProps) {
  const { t } = useTexts();
  const { t: words } = useTranslation('timetable');
  const { place, nameOf } = useBenchWords();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const [given, setGiven] = useState<Readonly<Record<string, Substitute>>>({});
  const of = (studentId: string): Substitute => given[studentId] ?? { kind: 'recording', text: '' };
  const set = (studentId: string, change: Partial<Substitute>) =>
    setGiven({ ...given, [studentId]: { ...of(studentId), ...change } });
  const accepting = useAcceptCompromise(draft, lesson, () => {
    showToast(t('compromise.accepted'));
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accepting.mutate({
      weekday: offer.weekday,
      hour: offer.hour,
      for: 'lesson',
      absences: offer.absences.map(({ studentId }) => {
        const { kind, text } = of(studentId);
        return { studentId, substitute: { kind, text: text.trim() || words(`compose.substitutes.${kind}`) } };
      }),
    });
  };
  return (
    <form className="stack bench-accept" onSubmit={submit}>
      <h3 ref={head} tabIndex={-1}>
        {t('compromise.acceptTitle', { place: place(offer) })}
      </h3>
      <FieldErrors problem={accepting.error} />
      {offer.absences.map(({ studentId, person, total }, index) => (
        <fieldset key={studentId} className="bench-substitute">
          <legend>
            {nameOf(person)} <span className="quiet small">{t('compromise.total', { count: total })}</span>
          </legend>
          <NativeSelect
            label={t('compromise.substitute')}
            data={kinds.map((kind) => ({ value: kind, label: words(`compose.substitutes.${kind}`) }))}
            value={of(studentId).kind}
            onChange={(event) => set(studentId, { kind: kindOf(event.currentTarget.value) })}
          />
          <TextInput
            label={t('compromise.text')}
            maxLength={500}
            value={of(studentId).text}
            error={errorOf(accepting.error, `absences.${index}.substitute.text`)}
            onChange={(event) => set(studentId, { text: event.currentTarget.value })}
          />
        </fieldset>
      ))}
      <div className="actions">
        <Button type="submit" loading={accepting.isPending}>
          {t('compromise.acceptNamed')}
        </Button>
      </div>
    </form>
  );
}
