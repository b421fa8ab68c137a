import { queryOptions } from '@tanstack/react-query';
import { read, write } from '../../../../client/src/api/request.ts';
import type { SlotRequest } from '../../schemas/lessons.ts';
import type {
  AnswerReschedule,
  AskReschedule,
  FreeSlots,
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

export const askReschedule = (lessonId: string, asked: AskReschedule) =>
  write<RescheduleView>('POST', `/timetable/lessons/${lessonId}/reschedules`, asked);

export const answerReschedule = (id: string, answer: AnswerReschedule) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/answer`, answer);

export const proposeSlot = (id: string, slot: SlotRequest) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/propose`, slot);

export const withdrawReschedule = (id: string) =>
  write<RescheduleView>('POST', `/timetable/reschedules/${id}/withdraw`, {});
