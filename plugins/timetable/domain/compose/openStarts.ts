import type { Composed } from './compose.ts';
import { lessonId, sameHour } from './lesson.ts';
import { isOpen, type LessonFacts, type LessonPlace } from './lessonPlaces.ts';

/** The places that a lesson may take whatever else the draft holds: the open ones, or its own when it is locked. */
export function openStarts({ facts }: Composed): (lesson: LessonFacts) => readonly LessonPlace[] {
  const locked = new Map(facts.lessons.filter((one) => one.isLocked).map((one) => [lessonId(one), one.at]));
  return (lesson) => {
    const at = locked.get(lesson.id);
    return at ? lesson.places.filter(({ place }) => sameHour(place, at)) : lesson.places.filter(isOpen);
  };
}
