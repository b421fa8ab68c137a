import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import type { CompromiseOffers } from '../../schemas/compromises.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import type { SplitRequest } from '../../schemas/split.ts';
import { splitEffectQuery, useSplitCourse, useUndoSplit } from '../api/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { SplitEffect } from './SplitEffect.tsx';
import { useBenchTexts } from './useBenchTexts.ts';
import '../../../../client/src/kit/picker.css';

type Offer = CompromiseOffers['splits'][number];

interface SplitCourseProps {
  readonly draft: Draft;
  readonly lesson: DraftLesson;
  readonly offer: Offer;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** What the offer divides by: subgroups that are there, or students who may still be put the other way round. */
const isOfSubgroups = ({ parts }: Offer): boolean => parts.every(({ subgroupId }) => subgroupId !== null);

/** Goes on with a course in parts: who is in which, what that does, and one button. */
export function SplitCourse({ draft, lesson, offer, onDone, onBack }: SplitCourseProps) {
  const { t } = useBenchTexts();
  const { t: text } = useTexts();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { request, fields } = useParts(lesson, offer);
  const settled = useSettled(request, 300);
  const effect = useQuery(splitEffectQuery(draft.id, lesson, settled));
  const undoing = useUndoSplit(draft.id, lesson, () => showToast(t('split.undone')));
  const splitting = useSplitCourse(draft, lesson, ({ revision }) => {
    showToast(t('split.done'), () => undoing.mutate(revision));
    onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    splitting.mutate(request);
  };
  return (
    <form className="stack bench-accept" onSubmit={submit}>
      <h3 ref={head} tabIndex={-1}>
        {t('split.title', { subject: lesson.subjectName })}
      </h3>
      <p className="quiet small">{t('split.what')}</p>
      <FieldErrors problem={splitting.error ?? effect.error} />
      {fields}
      {effect.data && <SplitEffect effect={effect.data} />}
      <div className="actions">
        <Button type="submit" loading={splitting.isPending} disabled={!effect.data || settled !== request}>
          {t('split.do')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text('ask.back')}
        </Button>
      </div>
    </form>
  );
}

/** The parts as they are chosen now, and the fields in which they are. */
function useParts(lesson: DraftLesson, { parts }: Offer) {
  const { t } = useBenchTexts();
  const [names, setNames] = useState([1, 2].map((nth) => `${lesson.subjectName} ${nth}`));
  const [first, setFirst] = useState<readonly string[]>(parts[0]?.studentIds ?? []);
  const students = parts.flatMap((part) =>
    part.studentIds.map((id, at) => ({ id, person: part.students[at] ?? null })),
  );
  const request = useStable<SplitRequest>(
    isOfSubgroups({ parts })
      ? { parts: parts.flatMap(({ subgroupId }) => (subgroupId === null ? [] : [{ subgroupId }])) }
      : {
          parts: names.map((name, at) => ({
            name,
            studentIds: students.filter(({ id }) => first.includes(id) === (at === 0)).map(({ id }) => id),
          })),
        },
  );
  if (isOfSubgroups({ parts })) return { request, fields: null };
  const fields = (
    <>
      {names.map((name, at) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: the first and the second part
          key={at}
          label={t(at === 0 ? 'split.first' : 'split.second')}
          maxLength={60}
          required
          value={name}
          onChange={(event) => setNames(names.map((one, nth) => (nth === at ? event.currentTarget.value : one)))}
        />
      ))}
      <fieldset className="picker">
        <legend>{t('split.who', { name: names[0] })}</legend>
        <div className="picker-people">
          {students.map(({ id, person }) => (
            <Checkbox
              key={id}
              label={person?.name ?? ''}
              checked={first.includes(id)}
              onChange={(event) =>
                setFirst(event.currentTarget.checked ? [...first, id] : first.filter((one) => one !== id))
              }
            />
          ))}
        </div>
      </fieldset>
      <p className="quiet small">{t('split.rest', { name: names[1] })}</p>
    </>
  );
  return { request, fields };
}

/** The same object while it says the same. */
function useStable<T>(value: T): T {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
