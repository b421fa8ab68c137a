import { useTranslation } from 'react-i18next';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ConstraintView, LessonRef, PersonBlocker, PersonRef } from '../../schemas/explanation.ts';
import { useTexts } from '../useTexts.ts';

type Lesson = Pick<LessonRef, 'subjectName' | 'subgroupName'>;

/** "English (Blue)" */
export const subjectOf = ({ subjectName, subgroupName }: Lesson): string =>
  subgroupName ? `${subjectName} (${subgroupName})` : subjectName;

/** "English (Blue), 7A" */
export const lessonName = (lesson: Lesson & Pick<LessonRef, 'groupName'>): string =>
  `${subjectOf(lesson)}, ${lesson.groupName}`;

/** Words for what the server explains by names and numbers. */
export function useBenchWords() {
  const { t } = useTranslation('timetable');
  const { t: text } = useTexts();
  const times = useTimes();
  const nameOf = (person: PersonRef): string => person?.name ?? text('bench.somebody');
  const place = ({ weekday, startsTime }: { readonly weekday: number; readonly startsTime: string }): string =>
    `${times.weekday(weekday, 'short')}, ${startsTime}`;
  const periods = (of: readonly { readonly fromOn: string; readonly untilOn: string }[]): string =>
    of.map(({ fromOn, untilOn }) => times.days(fromOn, untilOn)).join('; ');
  return {
    nameOf,
    place,
    periods,
    /** "Anna is not online then (1–20 September)" */
    blocker: ({ person, reason, sibling, elsewhere, periods: when }: PersonBlocker): string => {
      const why = t(`compose.reasons.${reason}`, {
        sibling: nameOf(sibling),
        subject: elsewhere?.subjectName ?? '',
        group: elsewhere?.groupName ?? '',
      });
      return `${nameOf(person)} ${why}${when.length > 0 ? ` (${periods(when)})` : ''}`;
    },
    rule: (rule: ConstraintView['rule']): string => t(`compose.rules.${rule}`),
    /** Whom or what a constraint is about. */
    concern: ({ groupName, subjectName, homeSchoolName, teacher, students }: ConstraintView): string =>
      [
        teacher?.name,
        subjectName,
        groupName,
        homeSchoolName,
        students.length > 0 && students.length <= 3 ? students.map(nameOf).join(', ') : undefined,
      ]
        .filter(Boolean)
        .join(' · '),
  };
}
