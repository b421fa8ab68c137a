import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import type { LessonDetail, LessonView } from '../../schemas/lessons.ts';
import { cancelLesson } from '../api/lessonChanges.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';

interface CancelFormProps {
  readonly lesson: LessonView;
  readonly onBack: () => void;
  readonly onDone: (lesson: LessonDetail) => void;
}

/** Cancels one lesson; who will be told is said before. */
export function CancelForm({ lesson, onBack, onDone }: CancelFormProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const cancelling = useWrite(() => cancelLesson(lesson, { reason: reason.trim() }), {
    refreshes: [[timetableKey]],
    onDone,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim()) cancelling.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={cancelling.error} shownElsewhere={['reason']} />
      <TextInput
        data-autofocus
        label={t('byHand.why')}
        maxLength={200}
        value={reason}
        error={errorOf(cancelling.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className="told small">
        {t('byHand.told', { group: lesson.group.name, teacher: lesson.teacher?.name ?? '' })}
      </p>
      <div className="sheet-foot">
        <Button variant="default" onClick={onBack}>
          {t('ask.back')}
        </Button>
        <Button type="submit" disabled={!reason.trim()} loading={cancelling.isPending}>
          {t('byHand.cancel')}
        </Button>
      </div>
    </form>
  );
}
