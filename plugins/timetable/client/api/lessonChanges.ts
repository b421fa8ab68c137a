import { write } from '../../../../client/src/api/request.ts';
import type { CancelLesson, LessonDetail, LessonView, MovePreview, SlotRequest } from '../../schemas/lessons.ts';

type Revised = Pick<LessonView, 'id' | 'revision'>;

/** Whom moving a lesson would put in two places or leave out. Changes nothing. */
export const previewLessonMove = (id: string, slot: SlotRequest) =>
  write<MovePreview>('POST', `/timetable/lessons/${id}/move-preview`, slot);

interface Move extends SlotRequest {
  readonly reason?: string;
  readonly acceptedPersonIds: readonly string[];
}

export const moveLesson = ({ id, revision }: Revised, move: Move) =>
  write<LessonDetail>('POST', `/timetable/lessons/${id}/move`, move, { revision });

export const cancelLesson = ({ id, revision }: Revised, why: CancelLesson) =>
  write<LessonDetail>('POST', `/timetable/lessons/${id}/cancel`, why, { revision });

export const takeBackLesson = ({ id, revision }: Revised) =>
  write<LessonDetail>('POST', `/timetable/lessons/${id}/take-back`, undefined, { revision });
