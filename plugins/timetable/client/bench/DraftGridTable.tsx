import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { subjectOf } from './words.ts';
import './bench.css';

interface DraftGridTableProps {
  readonly grid: Draft['grids'][number];
  readonly lessons: readonly DraftLesson[];
  readonly onOpen: (lesson: DraftLesson) => void;
}

/** A group's week by its own hours. */
export function DraftGridTable({ grid, lessons, onOpen }: DraftGridTableProps) {
  const { t } = useTexts();
  const times = useTimes();
  const weekdays = [...new Set(grid.places.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const hours = [...new Set(grid.places.map(({ hour }) => hour))].sort((a, b) => a - b);
  return (
    <TableArea caption={t('draft.part.week')} captionHidden>
      <thead>
        <tr>
          <td className="bench-hour" />
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {times.weekday(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map((hour) => (
          <tr key={hour}>
            <th scope="row" className="figures">
              {grid.places.find((place) => place.hour === hour)?.startsTime}
            </th>
            {weekdays.map((weekday) => (
              <td key={weekday} className="bench-cell">
                {lessons
                  .filter((lesson) => lesson.weekday === weekday && lesson.hour === hour)
                  .map((lesson) => (
                    <LessonButton key={`${lesson.courseId} ${lesson.nth}`} lesson={lesson} onOpen={onOpen} />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}

interface LessonButtonProps {
  readonly lesson: DraftLesson;
  readonly onOpen: (lesson: DraftLesson) => void;
}

function LessonButton({ lesson, onOpen }: LessonButtonProps) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={lesson.isBroken ? 'bench-lesson bench-broken' : 'bench-lesson'}
      onClick={() => onOpen(lesson)}
    >
      <span className="bench-subject">
        {lesson.isLocked && <Icon name="lock" size={13} />}
        {lesson.isBroken && <Icon name="alert" size={13} />}
        {subjectOf(lesson)}
      </span>
      <span className="quiet small">{lesson.teacherName ?? t('lesson.noTeacher')}</span>
      {lesson.isLocked && <span className="unseen">{t('draft.locked')}</span>}
      {lesson.isBroken && <span className="unseen">{t('draft.brokenLesson')}</span>}
    </button>
  );
}
