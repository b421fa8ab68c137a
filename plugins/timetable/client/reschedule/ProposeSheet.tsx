import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { ProposeSlot, RescheduleView } from '../../schemas/reschedules.ts';
import { proposeSlot } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { type ChosenSlot, SlotChoice, slotOf } from './SlotChoice.tsx';

interface ProposeSheetProps {
  readonly request: RescheduleView;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Puts a time to the teacher, for the first time or anew. */
export function ProposeSheet({ request, opened, onClose }: ProposeSheetProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ChosenSlot>();
  const proposing = useWrite((slot: ProposeSlot) => proposeSlot(request.id, slot), {
    refreshes: [[timetableKey]],
    onDone: () => {
      showToast(t('request.proposed', { name: request.lesson.teacherName }));
      onClose();
    },
  });
  const slot = slotOf(chosen);
  return (
    <Sheet
      title={t('request.chooseSlot')}
      opened={opened}
      onClose={onClose}
      foot={
        <Button loading={proposing.isPending} disabled={!slot} onClick={() => slot && proposing.mutate(slot)}>
          {t('request.propose', { name: request.lesson.teacherName })}
        </Button>
      }
    >
      <FieldErrors problem={proposing.error} />
      {request.wish && <p>{t('request.wishIs', { wish: request.wish })}</p>}
      <SlotChoice seeking={{ rescheduleId: request.id }} value={chosen} onChange={setChosen} />
    </Sheet>
  );
}
