import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type {
  AnswerReschedule,
  AskRescheduleInput,
  ConfirmReschedule,
  CounterProposal,
  FreeSlots,
  ProposeSlot,
  RescheduleList,
  RescheduleQuery,
  RescheduleView,
} from '../../schemas/reschedules.ts';
import { timetableKey } from './watching.ts';

export const reschedulesQuery = (state: RescheduleQuery['state']) =>
  queryOptions({
    queryKey: [timetableKey, 'requests', state],
    queryFn: ({ signal }) => read<RescheduleList>(`/timetable/reschedules?state=${state}`, signal),
  });

export const rescheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [timetableKey, 'request', id],
    queryFn: ({ signal }) => read<RescheduleView>(`/timetable/reschedules/${id}`, signal),
  });

/** For what a time is looked for: a lesson, a request about one, or one more of a course. */
export type Seeking =
  | { readonly lessonId: string; readonly kind?: 'move' | 'anew'; readonly forPersonId?: string }
  | { readonly rescheduleId: string }
  | { readonly courseId: string; readonly minutes: number; readonly forPersonId?: string };

function pathOf(seeking: Seeking): string {
  if ('rescheduleId' in seeking) return `/timetable/reschedules/${seeking.rescheduleId}/free-slots`;
  const whose = seeking.forPersonId ? `&forPersonId=${seeking.forPersonId}` : '';
  if ('courseId' in seeking)
    return `/timetable/courses/${seeking.courseId}/extra-times?minutes=${seeking.minutes}${whose}`;
  const { lessonId, kind = 'move' } = seeking;
  return `/timetable/lessons/${lessonId}/free-slots?kind=${kind}${whose}`;
}

/** Times to which a lesson could move, best first. */
export const freeSlotsQuery = (seeking: Seeking) =>
  queryOptions({
    queryKey: [timetableKey, 'slots', seeking],
    queryFn: ({ signal }) => read<FreeSlots>(pathOf(seeking), signal),
    staleTime: 0,
  });

export const askReschedule = (lessonId: string, asked: AskRescheduleInput) =>
  write<RescheduleView>('POST', `/timetable/lessons/${lessonId}/reschedules`, asked);

export const answerReschedule = (id: string, answer: AnswerReschedule) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/answer`, answer);

export const proposeSlot = (id: string, slot: ProposeSlot) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/propose`, slot);

export const withdrawReschedule = (id: string) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/withdraw`, {});

/** The teacher answers with another time. */
export const counterReschedule = (id: string, slot: CounterProposal) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/counter`, slot);

/** The last word: the lessons move, or nothing does. */
export const confirmReschedule = (id: string, decision: ConfirmReschedule) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/confirm`, decision);
