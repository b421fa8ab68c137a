import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { DragNote } from './DragNote.tsx';
import { DropCell } from './DropCell.tsx';
import { LessonButton } from './LessonButton.tsx';
import type { LessonDrag } from './useLessonDrag.ts';
import './bench.css';

interface DraftGridTableProps {
  readonly grid: Draft['grids'][number];
  readonly lessons: readonly DraftLesson[];
  /** Carries a lesson to another hour by pointer; the sheet of a lesson does the same by keyboard. */
  readonly drag: LessonDrag;
  readonly onOpen: (lesson: DraftLesson) => void;
}

/** A group's week by its own hours; a lesson can be carried from one to another. */
export function DraftGridTable({ grid, lessons, drag, onOpen }: DraftGridTableProps) {
  const { t } = useTexts();
  const times = useTimes();
  const weekdays = [...new Set(grid.places.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const hours = [...new Set(grid.places.map(({ hour }) => hour))].sort((a, b) => a - b);
  const isPlace = (weekday: number, hour: number) =>
    grid.places.some((place) => place.weekday === weekday && place.hour === hour);
  return (
    <>
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
                <DropCell
                  key={weekday}
                  groupId={grid.groupId}
                  weekday={weekday}
                  hour={hour}
                  drag={isPlace(weekday, hour) ? drag : undefined}
                >
                  {lessons
                    .filter((lesson) => lesson.weekday === weekday && lesson.hour === hour)
                    .map((lesson) => (
                      <LessonButton
                        key={`${lesson.courseId} ${lesson.nth}`}
                        lesson={lesson}
                        drag={drag}
                        onOpen={onOpen}
                      />
                    ))}
                </DropCell>
              ))}
            </tr>
          ))}
        </tbody>
      </TableArea>
      <DragNote drag={drag} />
    </>
  );
}
