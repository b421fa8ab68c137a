import type { Change } from '../../../../client/src/kit/DiffList.tsx';
import type { ChangeLineView } from '../../schemas/publications.ts';
import { useTexts } from '../useTexts.ts';
import { lessonName, useBenchWords } from './words.ts';

type Line = ChangeLineView;
type WeekPlace = NonNullable<Line['from']>;

/** Lines of a publication as the list of changes shows them. */
export function useChangeRows(): (lines: readonly Line[]) => readonly Change[] {
  const { t } = useTexts();
  const { place } = useBenchWords();
  const words = (at: WeekPlace, isTeacherNamed: boolean) =>
    isTeacherNamed ? `${place(at)}, ${at.teacherName ?? t('lesson.noTeacher')}` : place(at);
  return (lines) =>
    lines.map((line, index) => {
      const { kind, from, to, dates } = line;
      const hasOtherTeacher = from !== null && to !== null && from.teacherId !== to.teacherId;
      return {
        id: `${index}`,
        kind,
        title: lessonName(line),
        details: t('publish.lessons', { count: dates.length }),
        ...(from ? { from: words(from, hasOtherTeacher) } : {}),
        ...(to ? { to: words(to, hasOtherTeacher) } : {}),
      };
    });
}
