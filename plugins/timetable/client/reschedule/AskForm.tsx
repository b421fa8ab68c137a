import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { AttachButton } from '../../../../client/src/kit/attach/AttachButton.tsx';
import { AttachmentList } from '../../../../client/src/kit/attach/AttachmentList.tsx';
import { useAttachments } from '../../../../client/src/kit/attach/useAttachments.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { errorOf, FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import type { AskReschedule } from '../../schemas/reschedules.ts';
import { askReschedule } from '../api/reschedules.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from '../week/lessonEntry.ts';
import { ForWhom } from './ForWhom.tsx';
import { ReasonChoice } from './ReasonChoice.tsx';
import { type ChosenSlot, SlotChoice, slotOf } from './SlotChoice.tsx';
import { WhoIsTold } from './WhoIsTold.tsx';
import { type Window, WishedWindows } from './WishedWindows.tsx';

interface AskFormProps {
  readonly lesson: LessonView;
  /** `anew`: the lesson was missed. */
  readonly kind: 'move' | 'anew';
  /** For whom it is asked; staff choose when it is not given. */
  readonly personId?: string;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Asks for another time of a lesson: why, when, send. */
export function AskForm({ lesson, kind, personId, onBack, onDone }: AskFormProps) {
  const { t } = useTexts();
  const times = useTimes();
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => top.current?.focus(), []);
  const [forPerson, setForPerson] = useState(personId ?? lesson.teacher?.id ?? '');
  const [isForGroup, setForGroup] = useState(false);
  const [reason, setReason] = useState('');
  const [reasonKind, setReasonKind] = useState<AskReschedule['reasonKind']>('other');
  const [chosen, setChosen] = useState<ChosenSlot>();
  const [wish, setWish] = useState('');
  const [windows, setWindows] = useState<readonly Window[]>([]);
  const files = useAttachments();
  const isTeachers = forPerson === lesson.teacher?.id;
  const isOne = kind === 'anew' && !isForGroup && !isTeachers;
  const slot = slotOf(chosen);
  const asking = useWrite(
    () =>
      askReschedule(lesson.id, {
        kind,
        isForGroup: !isOne,
        reasonKind,
        reason: reason.trim(),
        ...(wish.trim() ? { wish: wish.trim() } : {}),
        windows: windows.map(({ on, from, to }) => ({ on, from, to })),
        fileIds: [...files.fileIds],
        ...(forPerson ? { forPersonId: forPerson } : {}),
        ...(slot ? { slot } : {}),
      }),
    {
      refreshes: [[timetableKey]],
      onDone: () => {
        showToast(t('ask.sent'));
        onDone();
      },
    },
  );
  const hasWish = wish.trim() !== '' || windows.length > 0;
  const isReady = !files.isSending && reason.trim() !== '' && (chosen === 'none' ? hasWish : chosen !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) asking.mutate(undefined);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p ref={top} tabIndex={-1} className="ask-lesson">
        {titleOf(lesson)}, {times.dateTime(lesson.startsAt)}
      </p>
      <FieldErrors problem={asking.error} shownElsewhere={['reason', 'wish']} />
      {!personId && <ForWhom lesson={lesson} value={forPerson} onChange={setForPerson} />}
      {kind === 'anew' && !isTeachers && (
        <Choice<'one' | 'all'>
          legend={t('ask.audience')}
          options={[
            { value: 'one', label: t('ask.forOne') },
            { value: 'all', label: t('ask.forAll') },
          ]}
          value={isForGroup ? 'all' : 'one'}
          onChange={(next) => setForGroup(next === 'all')}
        />
      )}
      <ReasonChoice
        value={reason}
        onChange={(words, of) => {
          setReason(words);
          setReasonKind(of);
        }}
        error={errorOf(asking.error, 'reason')}
      />
      <SlotChoice
        seeking={{ lessonId: lesson.id, kind, ...(isOne ? { forPersonId: forPerson } : {}) }}
        value={chosen}
        onChange={setChosen}
        choosesBest
        mayPass
      />
      {chosen === 'none' && (
        <>
          <Textarea
            label={t('ask.wish')}
            description={t('ask.wishWhy')}
            autosize={false}
            rows={2}
            maxLength={1000}
            value={wish}
            error={errorOf(asking.error, 'wish')}
            onChange={(event) => setWish(event.currentTarget.value)}
          />
          <WishedWindows value={windows} onChange={setWindows} from={lesson.atGroup.on} />
        </>
      )}
      <div className="stack-small">
        <AttachButton to={files} />
        <AttachmentList of={files} />
      </div>
      <WhoIsTold lesson={lesson} isSlotChosen={chosen !== 'none'} />
      <div className="sheet-foot ask-foot">
        <Button variant="default" onClick={onBack}>
          {t('ask.back')}
        </Button>
        <Button type="submit" loading={asking.isPending} disabled={!isReady}>
          {t('ask.send')}
        </Button>
      </div>
    </form>
  );
}
