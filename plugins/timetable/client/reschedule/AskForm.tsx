import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import { askReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from '../week/lessonEntry.ts';
import { ForWhom } from './ForWhom.tsx';
import { ReasonChoice } from './ReasonChoice.tsx';
import { type ChosenSlot, SlotChoice } from './SlotChoice.tsx';
import { WhoIsTold } from './WhoIsTold.tsx';

interface AskFormProps {
  readonly lesson: LessonView;
  /** For whom it is asked; staff choose when it is not given. */
  readonly personId?: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Asks for another time of a lesson: why, when, send. */
export function AskForm({ lesson, personId, onBack, onDone }: AskFormProps) {
  const { t } = useTexts();
  const times = useTimes();
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [forPerson, setForPerson] = useState(personId ?? lesson.teacher?.id ?? '');
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ChosenSlot>();
  const [wish, setWish] = useState('');
  const asking = useWrite(
    () =>
      askReschedule(lesson.id, {
        reason: reason.trim(),
        ...(wish.trim() ? { wish: wish.trim() } : {}),
        ...(forPerson ? { forPersonId: forPerson } : {}),
        ...(chosen && chosen !== 'none' ? { slot: { on: chosen.on, time: chosen.time } } : {}),
      }),
    {
      refreshes: [[timetableKey]],
      onDone: () => {
        showToast(t('ask.sent'));
        onDone();
      },
    },
  );
  const isReady = reason.trim() !== '' && (chosen === 'none' ? wish.trim() !== '' : chosen !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) asking.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p ref={top} tabIndex={-1} className="ask-lesson">
        {titleOf(lesson)}, {times.dateTime(lesson.startsAt)}
      </p>
      <FieldErrors problem={asking.error} shownElsewhere={['reason', 'wish']} />
      {!personId && <ForWhom lesson={lesson} value={forPerson} onChange={setForPerson} />}
      <ReasonChoice value={reason} onChange={setReason} error={errorOf(asking.error, 'reason')} />
      <SlotChoice lessonId={lesson.id} value={chosen} onChange={setChosen} mayPass />
      {chosen === 'none' && (
        <Textarea
          label={t('ask.wish')}
          description={t('ask.wishWhy')}
          autosize={false}
          rows={2}
          maxLength={1000}
          value={wish}
          error={errorOf(asking.error, 'wish')}
          onChange={(event) => setWish(event.currentTarget.value)}
        />
      )}
      <WhoIsTold lesson={lesson} isSlotChosen={chosen !== 'none'} />
      <div className="sheet-foot ask-foot">
        <Button variant="default" onClick={onBack}>
          {t('ask.back')}
        </Button>
        <Button type="submit" loading={asking.isPending} disabled={!isReady}>
          {t('ask.send')}
        </Button>
      </div>
    </form>
  );
}
