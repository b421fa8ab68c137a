import type { WeekEntry } from '../../../../client/src/kit/week/WeekEntry.ts';
import type { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import type { MeetingBrief } from '../../schemas/meetings.ts';
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

const isOfStudent = (weekOf: WeekOf): boolean => weekOf === 'learning' || weekOf === 'child';

/** That the student need not come, or for staff, without whom the lesson is held. */
export function excusedWords({ excused }: Pick<LessonView, 'excused'>, weekOf: WeekOf, t: Texts): string | undefined {
  if (excused.length === 0) return undefined;
  return isOfStudent(weekOf)
    ? t('excused.own')
    : t('excused.without', { names: excused.map(({ student }) => student.name).join(', ') });
}

function detailsOf(lesson: LessonView, weekOf: WeekOf, t: Texts): string[] {
  const who = weekOf === 'teaching' ? lesson.group.name : lesson.teacher?.name;
  return [who, excusedWords(lesson, weekOf, t)].flatMap((words) => words || []);
}

/** A lesson as calendars show it. */
export function lessonEntry(lesson: LessonView, weekOf: WeekOf, t: Texts, times: Times): WeekEntry {
  const words = stateWords(lesson, t, times);
  return {
    id: lesson.id,
    startsAt: lesson.startsAt,
    endsAt: lesson.endsAt,
    title: titleOf(lesson),
    details: detailsOf(lesson, weekOf, t),
    state: stateOf(lesson),
    ...(words ? { stateText: words } : {}),
    ...(lesson.joinUrl ? { joinUrl: lesson.joinUrl } : {}),
  };
}

/** A meeting as calendars show it. */
export const meetingEntry = ({ id, startsAt, endsAt, title, madeBy, state, joinUrl }: MeetingBrief): WeekEntry => ({
  id,
  startsAt,
  endsAt,
  title,
  details: [madeBy.name],
  state,
  ...(joinUrl ? { joinUrl } : {}),
});
