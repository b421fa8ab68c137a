import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { lazily } from '../../../../client/src/lazily.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { withdrawReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useEver } from '../useEver.ts';
import { useTexts } from '../useTexts.ts';
import { AnswerButtons } from './AnswerButtons.tsx';
import { ConfirmButtons } from './ConfirmButtons.tsx';

const ProposeSheet = lazily(async () => (await import('./ProposeSheet.tsx')).ProposeSheet, 'timetable/lessons');

/** What the reader may do with a request. Draws nothing when that is nothing. */
export function RequestActions({ request }: { readonly request: RescheduleView }) {
  const { t } = useTexts();
  const [isProposing, setProposing] = useState(false);
  const isEverOpened = useEver(isProposing);
  const withdrawing = useWrite(() => withdrawReschedule(request.id), {
    refreshes: [[timetableKey]],
    onDone: () => showToast(t('request.withdrawn')),
  });
  const { answer, propose, confirm, withdraw, revive } = request.may;
  if (!answer && !propose && !confirm && !withdraw) return null;
  return (
    <div className="actions">
      {answer && <AnswerButtons request={request} />}
      {confirm && <ConfirmButtons request={request} />}
      {propose && (
        <Button
          variant={answer || confirm || request.slot ? 'default' : 'filled'}
          leftSection={<Icon name="swap" size={18} />}
          onClick={() => setProposing(true)}
        >
          {t(revive ? 'request.revive' : request.slot ? 'request.otherSlot' : 'request.chooseSlot')}
        </Button>
      )}
      {withdraw && (
        <Button variant="default" loading={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
          {t('request.withdraw')}
        </Button>
      )}
      <FieldErrors problem={withdrawing.error} />
      {isEverOpened && (
        <Suspense fallback={null}>
          <ProposeSheet request={request} opened={isProposing} onClose={() => setProposing(false)} />
        </Suspense>
      )}
    </div>
  );
}
