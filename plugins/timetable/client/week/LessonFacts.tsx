import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Fact, Facts } from '../../../../client/src/kit/Facts.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { StateText, type Tone } from '../../../../client/src/kit/StateText.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonDetail, LessonView } from '../../schemas/lessons.ts';
import { takeBackLesson } from '../api/lessonChanges.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { LessonHistory } from './LessonHistory.tsx';
import { stateOf, stateWords, titleOf } from './lessonEntry.ts';

const Attendance = lazily(async () => (await import('./Attendance.tsx')).Attendance, 'reschedule');

interface LessonFactsProps {
  readonly lesson: LessonView;
  readonly history: LessonDetail['history'];
  readonly attendance: LessonDetail['attendance'];
  readonly onAct: (act: LessonAct) => void;
}

/** What can be done with a lesson in a form of its own. */
export type LessonAct = 'ask' | 'anew' | 'move' | 'cancel';

const tones = { planned: 'plain', moved: 'moved', cancelled: 'stopped', asked: 'waiting' } as const satisfies Record<
  string,
  Tone
>;

/** What a lesson is and what the reader may do with it. */
export function LessonFacts({ lesson, history, attendance, onAct }: LessonFactsProps) {
  const { t } = useTexts();
  const times = useTimes();
  const { startsAt, endsAt, atGroup, teacher, group, joinUrl, reschedule } = lesson;
  const words = stateWords(lesson, t, times);
  const isOver = Date.parse(endsAt) <= useNow().getTime();
  const foreign = times.foreignZone(atGroup.zone, startsAt);
  return (
    <>
      <div>
        <p className="lesson-when figures">
          {times.dateTime(startsAt)}–{times.time(endsAt)}
        </p>
        {foreign && (
          <p className="quiet small figures">
            {t('lesson.atGroup', { time: `${atGroup.startsTime}–${atGroup.endsTime}`, zone: foreign })}
          </p>
        )}
        {words && <StateText tone={tones[stateOf(lesson)]}>{words}</StateText>}
      </div>
      <Facts>
        <Fact label={t('lesson.teacher')}>{teacher?.name ?? t('lesson.noTeacher')}</Fact>
        <Fact label={t('lesson.group')}>{group.name}</Fact>
      </Facts>
      <Excused excused={lesson.excused} />
      {reschedule && <Link to={`/requests/${reschedule.id}`}>{t('lesson.toRequest')}</Link>}
      {attendance.length > 0 && (
        <Suspense fallback={null}>
          <Attendance attendance={attendance} />
        </Suspense>
      )}
      <LessonHistory history={history} />
      <div className="sheet-foot">
        <LessonActs lesson={lesson} onAct={onAct} />
        {joinUrl && !isOver && <JoinButton entry={{ title: titleOf(lesson), startsAt }} joinUrl={joinUrl} />}
      </div>
    </>
  );
}

/** Who need not come, by whose word, and what each gets instead. */
function Excused({ excused }: Pick<LessonView, 'excused'>) {
  const { t } = useTexts();
  const { t: words } = useTranslation('timetable');
  if (excused.length === 0) return null;
  return (
    <section>
      <h3>{t('excused.title')}</h3>
      <List label={t('excused.title')}>
        {excused.map(({ student, substitute, acceptedBy }) => (
          <Row
            key={student.id}
            title={student.name}
            details={
              <>
                <div>
                  {t('compromise.instead', {
                    kind: words(`compose.substitutes.${substitute.kind}`),
                    text: substitute.text,
                  })}
                </div>
                <div>{t('excused.by', { name: acceptedBy })}</div>
              </>
            }
          />
        ))}
      </List>
    </section>
  );
}

function LessonActs({ lesson, onAct }: Omit<LessonFactsProps, 'history' | 'attendance'>) {
  const { t } = useTexts();
  const takingBack = useWrite(() => takeBackLesson(lesson), {
    refreshes: [[timetableKey]],
    onDone: () => showToast(t('byHand.takenBack')),
  });
  const { askReschedule, askAnew, move, cancel, takeBack } = lesson.may;
  return (
    <>
      <FieldErrors problem={takingBack.error} />
      {takeBack && (
        <Button variant="default" loading={takingBack.isPending} onClick={() => takingBack.mutate(undefined)}>
          {t('byHand.takeBack')}
        </Button>
      )}
      {move && lesson.teacher && (
        <Link to={`/timetable/absence?teacher=${lesson.teacher.id}&from=${lesson.local.on}&until=${lesson.local.on}`}>
          {t('absence.open')}
        </Link>
      )}
      {cancel && (
        <Button variant="default" onClick={() => onAct('cancel')}>
          {t('byHand.cancelOpen')}
        </Button>
      )}
      {move && (
        <Button variant="default" onClick={() => onAct('move')}>
          {t('byHand.moveOpen')}
        </Button>
      )}
      {askAnew && (
        <Button variant="default" leftSection={<Icon name="swap" size={18} />} onClick={() => onAct('anew')}>
          {t('ask.openAnew')}
        </Button>
      )}
      {askReschedule && (
        <Button variant="default" leftSection={<Icon name="swap" size={18} />} onClick={() => onAct('ask')}>
          {t(move ? 'ask.openStaff' : 'ask.open')}
        </Button>
      )}
    </>
  );
}
