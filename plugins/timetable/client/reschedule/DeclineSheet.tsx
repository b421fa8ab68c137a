import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { answerReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { lessonOfRequest } from './requestWords.ts';

interface DeclineSheetProps {
  readonly request: RescheduleView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Declining, with a note if the teacher wants to leave one. */
export function DeclineSheet({ request, opened, onClose }: DeclineSheetProps) {
  const { t } = useTexts();
  const [note, setNote] = useState('');
  const declining = useWrite(
    () => answerReschedule(request.id, { consent: false, ...(note.trim() ? { note: note.trim() } : {}) }),
    {
      refreshes: [[timetableKey]],
      onDone: () => {
        showToast(t('answer.declined'));
        onClose();
      },
    },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    declining.mutate(undefined);
  };
  return (
    <Sheet title={t('answer.declineTitle')} opened={opened} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <p>{lessonOfRequest(request)}</p>
        <FieldErrors problem={declining.error} shownElsewhere={['note']} />
        <Textarea
          label={t('answer.note')}
          {...(request.askedBy ? { description: t('answer.noteWhy', { name: request.askedBy.name }) } : {})}
          rows={2}
          maxLength={1000}
          value={note}
          error={errorOf(declining.error, 'note')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="sheet-foot">
          <Button type="submit" loading={declining.isPending}>
            {t('answer.decline')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
