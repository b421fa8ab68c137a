import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { TableArea } from '../../../../client/src/kit/TableArea.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { Draft, DraftLesson } from '../../schemas/drafts.ts';
import { useTexts } from '../useTexts.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { lessonName, subjectOf } from './words.ts';

interface AllGroupsTableProps {
  readonly draft: Draft;
  readonly lessons: readonly DraftLesson[];
  readonly onOpen: (lesson: DraftLesson) => void;
}

const order = ({ startsTime }: DraftLesson): string => startsTime ?? '';

/** Groups below one another, their days beside one another. */
export function AllGroupsTable({ draft, lessons, onOpen }: AllGroupsTableProps) {
  const { t } = useBenchTexts();
  const times = useTimes();
  const weekdays = [...new Set(draft.grids.flatMap(({ places }) => places.map(({ weekday }) => weekday)))];
  const days = weekdays.sort((a, b) => a - b);
  const groups = draft.groups.toSorted((a, b) => a.name.localeCompare(b.name));
  const at = (groupId: string, day: number) =>
    lessons
      .filter((lesson) => lesson.groupId === groupId && lesson.weekday === day)
      .toSorted((a, b) => order(a).localeCompare(order(b)));
  return (
    <TableArea caption={t('week.all')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('week.group')}</th>
          {days.map((day) => (
            <th key={day} scope="col">
              {times.weekday(day)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ id, name }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            {days.map((day) => (
              <td key={day} className="bench-cell">
                {at(id, day).map((lesson) => (
                  <LessonLine key={`${lesson.courseId} ${lesson.nth}`} lesson={lesson} onOpen={onOpen} />
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}

function LessonLine({ lesson, onOpen }: { readonly lesson: DraftLesson; readonly onOpen: (one: DraftLesson) => void }) {
  const { t } = useTexts();
  return (
    <button
      type="button"
      className={lesson.isBroken ? 'bench-line bench-broken' : 'bench-line'}
      aria-label={t('draft.openNamed', { lesson: lessonName(lesson) })}
      title={lesson.teacherName ?? t('lesson.noTeacher')}
      onClick={() => onOpen(lesson)}
    >
      <span className="figures">{lesson.startsTime}</span> {lesson.isLocked && <Icon name="lock" size={12} />}
      {lesson.isBroken && <Icon name="alert" size={12} />}
      {subjectOf(lesson)}
    </button>
  );
}
