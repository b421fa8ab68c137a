import type { Tone } from '../../../../client/src/kit/StateText.tsx';
import type { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { RescheduleView } from '../../schemas/reschedules.ts';
import type { Texts } from '../useTexts.ts';

type Times = ReturnType<typeof useTimes>;

export const toneOf: Readonly<Record<RescheduleView['state'], Tone>> = {
  asked: 'waiting',
  proposed: 'waiting',
  agreed: 'waiting',
  confirmed: 'done',
  done: 'done',
  declined: 'stopped',
  withdrawn: 'stopped',
  lapsed: 'stopped',
};

/** "Algebra, 7A": the lesson that was asked about, or the reader's own that makes room. */
export function lessonOfRequest({ lesson, moves, forPerson }: RescheduleView): string {
  const { subjectName, groupName } = (forPerson ? undefined : moves[0]) ?? lesson;
  return `${subjectName}, ${groupName}`;
}

/** "From Tue, 1 September, 10:00 to Thu, 3 September, 12:00" */
export function fromTo({ forPerson, moves, kind, ...request }: RescheduleView, t: Texts, times: Times): string {
  const own = forPerson ? undefined : moves[0];
  const { from, slot } = own ? { from: own.from, slot: own.to } : request;
  const isMissed = !own && kind === 'anew';
  const when = { from: times.dateTime(from.startsAt), to: slot ? times.dateTime(slot.startsAt) : '' };
  if (isMissed) return t(slot ? 'request.missedTo' : 'request.missedOnly', when);
  return t(slot ? 'request.fromTo' : 'request.fromOnly', when);
}

/** What the request waits for, or how it ended. */
export const stateOfRequest = (request: RescheduleView, t: Texts, times: Times): string =>
  t(stateKey(request), {
    teacher: request.lesson.teacherName,
    until: request.dueAt ? times.dateTime(request.dueAt) : '',
  });

function stateKey({ state, may, owner, isCountered, kind }: RescheduleView) {
  if (may.answer) return 'request.answerBy';
  if (kind === 'anew' && (state === 'confirmed' || state === 'done')) return `request.anew.${state}` as const;
  if (state !== 'agreed') return `request.state.${state}` as const;
  if (isCountered) return 'request.countered';
  if (may.confirm) return 'request.confirmBy';
  return owner === 'coordinator' ? 'request.coordinator' : 'request.state.agreed';
}
