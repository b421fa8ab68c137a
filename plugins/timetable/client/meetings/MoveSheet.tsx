import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { addDays, dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { MeetingView } from '../../schemas/meetings.ts';
import { moveMeeting } from '../api/meetings.ts';
import { timetableKey } from '../api/watching.ts';
import { SearchFields, type Span } from './SearchFields.tsx';
import { type Time, TimeChoice } from './TimeChoice.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';

const minuteMs = 60_000;

/** Another time for the same people. */
export function MoveSheet({ meeting, onClose }: { readonly meeting: MeetingView; readonly onClose: () => void }) {
  const { t } = useMeetingTexts();
  const today = dayOf(useNow(), useTimes().zone);
  const [span, setSpan] = useState<Span>({
    minutes: (Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / minuteMs,
    fromOn: today,
    untilOn: addDays(today, 8),
  });
  const [time, setTime] = useState<Time>();
  const moving = useWrite(
    ({ startsAt, missing }: Time) =>
      moveMeeting(meeting, {
        startsAt,
        minutes: span.minutes,
        withoutIds: missing.map(({ personId }) => personId),
      }),
    {
      refreshes: [[timetableKey]],
      onDone: () => {
        showToast(t('moved'));
        onClose();
      },
    },
  );
  return (
    <Sheet
      title={t('move')}
      opened
      onClose={onClose}
      foot={
        <Button loading={moving.isPending} disabled={!time} onClick={() => time && moving.mutate(time)}>
          {t('moveNow')}
        </Button>
      }
    >
      <SearchFields
        value={span}
        today={today}
        onChange={(next) => {
          setSpan(next);
          setTime(undefined);
        }}
      />
      <TimeChoice search={{ ...span, meetingId: meeting.id }} value={time} onChange={setTime} />
      <p className="told small">{t('toldMove')}</p>
      <FieldErrors problem={moving.error} />
    </Sheet>
  );
}
