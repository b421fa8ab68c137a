import { Button } from '@mantine/core';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { lessonName } from './words.ts';

interface DraftDaysProps {
  readonly lessons: readonly DraftLesson[];
  readonly onOpen: (lesson: DraftLesson) => void;
}

const order = ({ startsTime, subjectName }: DraftLesson): string => `${startsTime ?? ''} ${subjectName}`;

/** Lessons of a draft by weekday; those without a place stand under no day. */
export function DraftDays({ lessons, onOpen }: DraftDaysProps) {
  const { t } = useTexts();
  const times = useTimes();
  const weekdays = [...new Set(lessons.map(({ weekday }) => weekday ?? 0))].sort((a, b) => a - b);
  return (
    <div className="stack">
      {weekdays.map((weekday) => (
        <div key={weekday}>
          {weekday > 0 && <h2 className="bench-day">{times.weekday(weekday)}</h2>}
          <List label={weekday > 0 ? times.weekday(weekday) : t('draft.withoutPlace')}>
            {lessons
              .filter((lesson) => (lesson.weekday ?? 0) === weekday)
              .toSorted((a, b) => order(a).localeCompare(order(b)))
              .map((lesson) => (
                <DraftLessonRow key={`${lesson.courseId} ${lesson.nth}`} lesson={lesson} onOpen={onOpen} />
              ))}
          </List>
        </div>
      ))}
    </div>
  );
}

interface DraftLessonRowProps {
  readonly lesson: DraftLesson;
  readonly onOpen: (lesson: DraftLesson) => void;
}

function DraftLessonRow({ lesson, onOpen }: DraftLessonRowProps) {
  const { t } = useTexts();
  const { startsTime, isLocked, isBroken, teacherName } = lesson;
  return (
    <Row
      {...(startsTime ? { lead: startsTime } : {})}
      title={
        startsTime ? (
          <button
            type="button"
            className="row-link bench-open"
            aria-label={t('draft.openNamed', { lesson: lessonName(lesson) })}
            onClick={() => onOpen(lesson)}
          >
            {lessonName(lesson)}
          </button>
        ) : (
          lessonName(lesson)
        )
      }
      details={
        <>
          <div>{teacherName ?? t('lesson.noTeacher')}</div>
          {isLocked && <StateText tone="plain">{t('draft.locked')}</StateText>}
          {isBroken && <StateText tone="stopped">{t('draft.brokenLesson')}</StateText>}
        </>
      }
      {...(startsTime ? {} : { actions: <PlaceButton lesson={lesson} onOpen={onOpen} /> })}
    />
  );
}

/** What has no place yet asks for one. */
function PlaceButton({ lesson, onOpen }: DraftLessonRowProps) {
  const { t } = useTexts();
  return (
    <Button
      variant="default"
      aria-label={t('draft.placeNamed', { lesson: lessonName(lesson) })}
      onClick={() => onOpen(lesson)}
    >
      {t('draft.place')}
    </Button>
  );
}
