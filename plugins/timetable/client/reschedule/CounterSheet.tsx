import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import { counterReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { type ChosenSlot, SlotChoice, slotOf } from './SlotChoice.tsx';

interface CounterSheetProps {
  readonly request: RescheduleView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** The teacher answers with another time, which is held until somebody confirms it. */
export function CounterSheet({ request, opened, onClose }: CounterSheetProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ChosenSlot>();
  const [note, setNote] = useState('');
  const slot = slotOf(chosen);
  const countering = useWrite(
    ({ on, time }: { readonly on: string; readonly time: string }) =>
      counterReschedule(request.id, { on, time, ...(note.trim() ? { note: note.trim() } : {}) }),
    {
      refreshes: [[timetableKey]],
      onDone: () => {
        showToast(t('answer.countered'));
        onClose();
      },
    },
  );
  return (
    <Sheet
      title={t('answer.counterTitle')}
      opened={opened}
      onClose={onClose}
      foot={
        <Button loading={countering.isPending} disabled={!slot} onClick={() => slot && countering.mutate(slot)}>
          {t('answer.counterTitle')}
        </Button>
      }
    >
      <FieldErrors problem={countering.error} />
      <SlotChoice seeking={{ rescheduleId: request.id }} value={chosen} onChange={setChosen} />
      <Textarea
        label={t('answer.note')}
        rows={2}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Sheet>
  );
}
