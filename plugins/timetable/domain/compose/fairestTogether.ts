import type { Composed } from './compose.ts';
import { crowded } from './crowding.ts';
import { type Fairest, fairest, type LessonToCompromise } from './fairest.ts';
import { withoutPlace } from './findings.ts';
import { lessonId } from './lesson.ts';
import { isOpen, type LessonFacts } from './lessonPlaces.ts';
import { absencesByStudent, candidatesOf, type PlaceCandidate } from './offers.ts';
import { placeId } from './resourceIds.ts';

/**
 * The fairest places for all lessons at once that cannot suit everybody: those without any place, and of lessons that
 * have too few places as many as are left over. Undefined when there are none, or when even absences do not help.
 */
export function fairestTogether(composed: Composed): Fairest<PlaceCandidate> | undefined {
  const lessons = [...withoutPlace(composed).map(asIs), ...leftOver(composed)];
  const known = new Set<string>();
  const each = lessons.filter(({ id }) => !known.has(id) && known.add(id));
  const movable = each.map((one) => ({ ...one, candidates: one.candidates.filter(notLockedOut(composed, one.id)) }));
  if (movable.length === 0 || movable.some(({ candidates }) => candidates.length === 0)) return undefined;
  return fairest(movable, absencesByStudent(composed), apart(composed));
}

type ToCompromise = LessonToCompromise<PlaceCandidate>;

const asIs = (lesson: LessonFacts): ToCompromise => ({ id: lesson.id, candidates: candidatesOf(lesson) });

/** Lessons that are too many have to leave the places that all of them want. */
const leftOver = (composed: Composed): readonly ToCompromise[] =>
  crowded(composed).flatMap((one) => {
    if (one.code !== 'too-many-lessons') return [];
    return one.leftOver.flatMap((key) => {
      const lesson = composed.lessons.get(lessonId(key));
      if (!lesson) return [];
      const open = new Set(lesson.places.filter(isOpen).map(({ place }) => `${place.weekday}/${place.hour}`));
      return [{ id: lesson.id, candidates: candidatesOf(lesson).filter(({ id }) => !open.has(id)) }];
    });
  });

/** Whether two lessons with a teacher, student or device in common are held at different times. */
function apart(composed: Composed) {
  const activities = new Map(composed.problem.activities.map((one) => [one.id, one]));
  const atomsOf = (id: string, { place }: PlaceCandidate): readonly number[] => {
    const lesson = composed.lessons.get(id);
    const wanted = lesson && placeId(lesson.group.id, place.weekday, place.hour);
    return activities.get(id)?.options.find((one) => one.place === wanted)?.atoms ?? [];
  };
  return (id: string, at: PlaceCandidate, other: string, otherAt: PlaceCandidate): boolean => {
    const own = new Set(activities.get(id)?.resources);
    if (!activities.get(other)?.resources.some((one) => own.has(one) && one !== 'rooms')) return true;
    const taken = new Set(atomsOf(id, at));
    return !atomsOf(other, otherAt).some((atom) => taken.has(atom));
  };
}

function notLockedOut(composed: Composed, id: string): (at: PlaceCandidate) => boolean {
  const areApart = apart(composed);
  const locked = composed.facts.lessons.flatMap((one) => {
    const lesson = one.isLocked ? composed.lessons.get(lessonId(one)) : undefined;
    const place = lesson?.places.find(
      ({ place: at }) => at.weekday === one.at?.weekday && at.hour === one.at.hour,
    )?.place;
    return lesson && place && lesson.id !== id ? [{ id: lesson.id, at: { id: '', absent: [], place } }] : [];
  });
  return (at) => locked.every((one) => areApart(one.id, one.at, id, at));
}
