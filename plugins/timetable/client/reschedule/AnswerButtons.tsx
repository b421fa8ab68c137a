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

const CounterSheet = lazily(async () => (await import('./CounterSheet.tsx')).CounterSheet, 'timetable/lessons');
const DeclineSheet = lazily(async () => (await import('./DeclineSheet.tsx')).DeclineSheet, 'timetable/lessons');

/** The teacher agrees in one tap, declines with a note, or answers with another time. Whoever comes too late reads what happened. */
export function AnswerButtons({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const [isDeclining, setDeclining] = useState(false);
  const [isCountering, setCountering] = useState(false);
  const isEverOpened = useEver(isDeclining);
  const isEverCountered = useEver(isCountering);
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
      {request.may.counter && (
        <Button variant="default" onClick={() => setCountering(true)}>
          {t('answer.counter')}
        </Button>
      )}
      <FieldErrors problem={consenting.error} />
      {isEverCountered && (
        <Suspense fallback={null}>
          <CounterSheet request={request} opened={isCountering} onClose={() => setCountering(false)} />
        </Suspense>
      )}
      {isEverOpened && (
        <Suspense fallback={null}>
          <DeclineSheet request={request} opened={isDeclining} onClose={() => setDeclining(false)} />
        </Suspense>
      )}
    </>
  );
}
