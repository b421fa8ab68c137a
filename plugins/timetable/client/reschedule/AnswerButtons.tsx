import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { answerReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { lessonOfRequest } from './requestWords.ts';

/** The teacher consents in one tap, or declines with a note. Whoever comes too late reads what happened. */
export function AnswerButtons({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const [isDeclining, setDeclining] = useState(false);
  const consenting = useWrite(() => answerReschedule(request.id, { consent: true }), {
    refreshes: [[timetableKey]],
    onDone: () => showToast(t('answer.consented')),
  });
  const about = lessonOfRequest(request);
  return (
    <>
      <Button
        leftSection={<Icon name="check" size={18} />}
        aria-label={t('answer.consentNamed', { lesson: about })}
        loading={consenting.isPending}
        onClick={() => consenting.mutate(undefined)}
      >
        {t('answer.consent')}
      </Button>
      <Button
        variant="default"
        aria-label={t('answer.declineNamed', { lesson: about })}
        onClick={() => setDeclining(true)}
      >
        {t('answer.decline')}
      </Button>
      <FieldErrors problem={consenting.error} />
      <DeclineSheet request={request} opened={isDeclining} onClose={() => setDeclining(false)} />
    </>
  );
}

interface DeclineSheetProps {
  readonly request: RescheduleView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

function DeclineSheet({ request, opened, onClose }: DeclineSheetProps) {
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
          description={t('answer.noteWhy', { name: request.askedBy.name })}
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
