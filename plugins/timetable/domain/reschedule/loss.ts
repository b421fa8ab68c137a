import type { Lesson } from '../lessons/lesson.ts';
import type { Reschedule, ReschedulePart } from './reschedule.ts';

/**
 * `lesson`: the lesson is no longer the one that was asked about; `time`: only the time proposed for it is gone; `teacher`:
 * whoever was to hold it then has left.
 */
export type Loss = 'lesson' | 'time' | 'teacher';

/** What a proposal rests on, as it is now. */
export interface Footing {
  readonly lessonOf: (id: string) => Lesson | undefined;
  /** Whether everybody who is needed at the new time of this part, and a meeting room, is still free then. */
  readonly isFree: (part: ReschedulePart) => boolean;
  /** Whether this teacher still works here. */
  readonly isThere: (teacherId: string) => boolean;
}

/** What an open request has lost to what was published or moved since; undefined while it can still be carried out. */
export function lossOf(
  { kind, lessonId, fromStartsAt }: Pick<Reschedule, 'kind' | 'lessonId' | 'fromStartsAt'>,
  parts: readonly ReschedulePart[],
  { lessonOf, isFree, isThere }: Footing,
): Loss | undefined {
  const asked = lessonOf(lessonId);
  // A lesson that was missed stays where it was, whatever is published.
  const isHeld = kind === 'anew' || asked?.state === 'planned';
  if (!asked || !isHeld || asked.startsAt.getTime() !== fromStartsAt.getTime()) return 'lesson';
  if (!parts.every(({ teacherId }) => isThere(teacherId))) return 'teacher';
  const isKept = parts.every((part) => isSame(part, lessonOf(part.lessonId), kind === 'anew' && part.nth === 1));
  return isKept && parts.every(isFree) ? undefined : 'time';
}

/** Its teacher was asked about this lesson at its old time. */
const isSame = (part: ReschedulePart, lesson: Lesson | undefined, isMissed: boolean): boolean =>
  lesson !== undefined &&
  lesson.teacherId === part.teacherId &&
  lesson.startsAt.getTime() === part.fromStartsAt.getTime() &&
  (isMissed || lesson.state === 'planned');
