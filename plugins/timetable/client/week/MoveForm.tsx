import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { useSettled } from '../../../../client/src/kit/useSettled.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonDetail, LessonView, MovePreview } from '../../schemas/lessons.ts';
import { moveLesson, previewLessonMove } from '../api/lessonChanges.ts';
import { timetableKey } from '../api/watching.ts';
import { type ChosenSlot, SlotChoice, slotOf } from '../reschedule/SlotChoice.tsx';
import { useTexts } from '../useTexts.ts';

interface MoveFormProps {
  readonly lesson: LessonView;
  readonly onBack: () => void;
  readonly onDone: (lesson: LessonDetail) => void;
}

/** Moves one lesson without asking: to a free time, or to any other with those named who then cannot come. */
export function MoveForm({ lesson, onBack, onDone }: MoveFormProps) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<ChosenSlot>();
  const [own, setOwn] = useState({ on: lesson.atGroup.on, time: lesson.atGroup.startsTime });
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);
  const slot = chosen === 'none' ? own : slotOf(chosen);
  const preview = usePreview(lesson.id, slot);
  const blocked = preview.data?.blocked ?? [];
  const moving = useWrite(
    ({ on, time }: { readonly on: string; readonly time: string }) =>
      moveLesson(lesson, {
        on,
        time,
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        acceptedPersonIds: [...new Set(blocked.map(({ personId }) => personId))],
      }),
    { refreshes: [[timetableKey]], onDone },
  );
  const mayMove = slot && preview.data && (blocked.length === 0 || accepted);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mayMove) moving.mutate(slot);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <FieldErrors problem={moving.error ?? preview.error} shownElsewhere={['reason']} />
      <SlotChoice
        seeking={{ lessonId: lesson.id }}
        value={chosen}
        onChange={setChosen}
        mayPass
        hasNoChains
        passText={t('byHand.otherTime')}
      />
      {chosen === 'none' && (
        <div className="actions">
          <TextInput
            type="date"
            label={t('byHand.date', { zone: lesson.atGroup.zone })}
            value={own.on}
            onChange={(event) => setOwn({ ...own, on: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={t('byHand.time')}
            value={own.time}
            onChange={(event) => setOwn({ ...own, time: event.currentTarget.value })}
          />
        </div>
      )}
      {preview.data && <Effect preview={preview.data} accepted={accepted} onAccept={setAccepted} />}
      <TextInput
        label={t('byHand.whyMaybe')}
        maxLength={200}
        value={reason}
        error={errorOf(moving.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className="sheet-foot ask-foot">
        <Button variant="default" onClick={onBack}>
          {t('ask.back')}
        </Button>
        <Button type="submit" disabled={!mayMove} loading={moving.isPending}>
          {t('byHand.move')}
        </Button>
      </div>
    </form>
  );
}

function usePreview(lessonId: string, slot: { readonly on: string; readonly time: string } | undefined) {
  const on = useSettled(slot?.on ?? '');
  const time = useSettled(slot?.time ?? '');
  return useQuery({
    queryKey: [timetableKey, 'move-preview', lessonId, on, time],
    queryFn: () => previewLessonMove(lessonId, { on, time }),
    enabled: on !== '' && time !== '',
    staleTime: 0,
  });
}

interface EffectProps {
  readonly preview: MovePreview;
  readonly accepted: boolean;
  readonly onAccept: (accepted: boolean) => void;
}

/** Who cannot come then, by name, and how many will be told. */
function Effect({ preview, accepted, onAccept }: EffectProps) {
  const { t } = useTexts();
  const times = useTimes();
  const { blocked, told, hasRoom, startsAt } = preview;
  return (
    <div className="told" role="status">
      <p className="figures">{times.dateTime(startsAt)}</p>
      <p>{blocked.length === 0 ? t('byHand.free') : t('byHand.blocked', { count: blocked.length })}</p>
      {blocked.length > 0 && (
        <>
          <ul>
            {blocked.map((one) => (
              <li key={`${one.personId} ${one.startsAt}`}>
                {one.name}: {t(`blocked.${one.reason}`)}
              </li>
            ))}
          </ul>
          <Checkbox
            label={t('byHand.accept')}
            checked={accepted}
            onChange={(event) => onAccept(event.currentTarget.checked)}
          />
        </>
      )}
      {!hasRoom && <p>{t('byHand.noRoom')}</p>}
      <p className="quiet small">{t('byHand.tellCount', { count: told })}</p>
    </div>
  );
}
