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

/** Times to which a lesson could move, best first. */
export const freeSlotsQuery = (lessonId: string) =>
  queryOptions({
    queryKey: [timetableKey, 'slots', lessonId],
    queryFn: ({ signal }) => read<FreeSlots>(`/timetable/lessons/${lessonId}/free-slots`, signal),
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
