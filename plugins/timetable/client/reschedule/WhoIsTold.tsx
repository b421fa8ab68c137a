import type { LessonView } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';

interface WhoIsToldProps {
  readonly lesson: Pick<LessonView, 'teacher' | 'group'>;
  readonly isSlotChosen: boolean;
}

/** Who will read the request and who will hear of its end, before it is sent. */
export function WhoIsTold({ lesson: { teacher, group }, isSlotChosen }: WhoIsToldProps) {
  const { t } = useTexts();
  const names = { teacher: teacher?.name ?? '', group: group.name };
  return <p className="told small">{t(isSlotChosen ? 'ask.told' : 'ask.toldTutor', names)}</p>;
}
