import type { WeekEntry } from '../../../../client/src/kit/week/WeekEntry.ts';
import type { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import type { Texts } from '../useTexts.ts';

/** In whose week a lesson stands; it decides what need not be said of it. */
export type WeekOf = 'learning' | 'teaching' | 'child' | 'group';

type Times = ReturnType<typeof useTimes>;

export function stateOf({ state, reschedule, isMoved, movedFrom }: LessonView): WeekEntry['state'] {
  if (state === 'cancelled') return 'cancelled';
  if (reschedule) return 'asked';
  return isMoved && movedFrom ? 'moved' : 'planned';
}

/** "Moved from Tue, 1 September, 10:00"; nothing for a lesson that is as usual. */
export function stateWords(lesson: LessonView, t: Texts, times: Times): string | undefined {
  const state = stateOf(lesson);
  if (state === 'cancelled') return t('lesson.cancelled');
  if (state === 'moved' && lesson.movedFrom)
    return t('lesson.movedFrom', { when: times.dateTime(lesson.movedFrom.startsAt) });
  if (state !== 'asked') return undefined;
  const asked = lesson.reschedule?.startsAt;
  return asked ? t('lesson.askedFor', { when: times.dateTime(asked) }) : t('lesson.asked');
}

/** Subject, and the subgroup when the lesson is not for all. */
export const titleOf = ({ course }: Pick<LessonView, 'course'>): string =>
  course.subgroupName ? `${course.subjectName} (${course.subgroupName})` : course.subjectName;

const detailsOf = ({ group, teacher }: LessonView, weekOf: WeekOf): string[] =>
  weekOf === 'teaching' ? [group.name] : [teacher?.name ?? ''].filter(Boolean);

/** A lesson as calendars show it. */
export function lessonEntry(lesson: LessonView, weekOf: WeekOf, t: Texts, times: Times): WeekEntry {
  const words = stateWords(lesson, t, times);
  return {
    id: lesson.id,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
    title: titleOf(lesson),
    details: detailsOf(lesson, weekOf),
    state: stateOf(lesson),
    ...(words ? { stateText: words } : {}),
    ...(lesson.joinUrl ? { joinUrl: lesson.joinUrl } : {}),
  };
}
