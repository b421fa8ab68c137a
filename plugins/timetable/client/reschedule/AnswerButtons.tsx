import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { lazily } from '../../../../client/src/lazily.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { answerReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useEver } from '../useEver.ts';
import { useTexts } from '../useTexts.ts';
import { lessonOfRequest } from './requestWords.ts';

const DeclineSheet = lazily(async () => (await import('./DeclineSheet.tsx')).DeclineSheet);

/** The teacher consents in one tap, or declines with a note. Whoever comes too late reads what happened. */
export function AnswerButtons({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const [isDeclining, setDeclining] = useState(false);
  const isEverOpened = useEver(isDeclining);
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
      {isEverOpened && (
        <Suspense fallback={null}>
          <DeclineSheet request={request} opened={isDeclining} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </>
  );
}
