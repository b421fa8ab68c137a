import type { LessonPlaceView } from '../../schemas/lessonPlaces.ts';
import type { useBenchWords } from './words.ts';

type Words = Pick<ReturnType<typeof useBenchWords>, 'blocker' | 'rule' | 'concern'>;

/** Why a lesson cannot be put there, each reason once. */
export function reasonsOf(place: LessonPlaceView, { blocker, rule, concern }: Words, breakText: string): string[] {
  const reasons = [
    ...(place.isBreak ? [breakText] : []),
    ...place.people.map(blocker),
    ...place.broken.map((part) => [rule(part.rule), concern(part)].filter(Boolean).join(': ')),
  ];
  return [...new Set(reasons)];
}
