import type { Tone } from '../../../../client/src/kit/StateText.tsx';
import type { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import type { Texts } from '../useTexts.ts';

type Times = ReturnType<typeof useTimes>;

export const toneOf: Readonly<Record<RescheduleView['state'], Tone>> = {
  asked: 'waiting',
  proposed: 'waiting',
  done: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  lapsed: 'stopped',
};

/** "Algebra, 7A" */
export const lessonOfRequest = ({ lesson }: Pick<RescheduleView, 'lesson'>): string =>
  `${lesson.subjectName}, ${lesson.groupName}`;

/** "From Tue, 1 September, 10:00 to Thu, 3 September, 12:00" */
export const fromTo = ({ from, slot }: RescheduleView, t: Texts, times: Times): string =>
  slot
    ? t('request.fromTo', { from: times.dateTime(from.startsAt), to: times.dateTime(slot.startsAt) })
    : t('request.fromOnly', { from: times.dateTime(from.startsAt) });

/** What the request waits for, or how it ended. */
export const stateOfRequest = ({ state, answerUntil, lesson, may }: RescheduleView, t: Texts, times: Times): string =>
  t(may.answer ? 'request.answerBy' : `request.state.${state}`, {
    teacher: lesson.teacherName,
    until: answerUntil ? times.dateTime(answerUntil) : '',
  });
