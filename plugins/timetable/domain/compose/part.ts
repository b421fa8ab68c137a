import type { Constraint } from '../model/constraint.ts';
import type { Composed } from './compose.ts';
import { lessonId } from './lesson.ts';
import { isOpen, type LessonFacts } from './lessonPlaces.ts';
import { hourOfPlace, placeId } from './resourceIds.ts';

/** The lessons that a search may move: those that meet all that is named. Nothing named means every lesson. */
export interface Part {
  readonly groupIds?: readonly string[] | undefined;
  readonly teacherIds?: readonly string[] | undefined;
  /** Lessons on these days, or without a place; they also stay on them. */
  readonly weekdays?: readonly number[] | undefined;
}

/** Lessons that stay where they are: those that people locked, and those with a place outside of the part. */
export function heldLessons({ facts, lessons, current }: Composed, part: Part): ReadonlySet<string> {
  const byHand = facts.lessons.filter((one) => one.isLocked).map(lessonId);
  const outside = [...lessons.values()].filter(
    (one) => current.has(one.id) && !isIn(part, one, weekdayOf(current, one)),
  );
  return new Set([...byHand, ...outside.map(({ id }) => id)]);
}

/** Lessons outside of the part that have no place: they go on waiting. */
export const heldBack = ({ lessons, current }: Composed, part: Part): readonly string[] =>
  [...lessons.values()].filter((one) => !current.has(one.id) && !isIn(part, one, undefined)).map(({ id }) => id);

const weekdayOf = (current: Composed['current'], { id }: LessonFacts): number | undefined =>
  hourOfPlace(current.get(id)?.place ?? '')?.weekday;

const isIn = (
  { groupIds, teacherIds, weekdays }: Part,
  { course }: LessonFacts,
  weekday: number | undefined,
): boolean =>
  (groupIds?.includes(course.groupId) ?? true) &&
  (teacherIds === undefined || (course.teacherId !== null && teacherIds.includes(course.teacherId))) &&
  (weekdays === undefined || weekday === undefined || weekdays.includes(weekday));

/** The engine's own locks for what is outside of the part, and the days that what is inside keeps to. */
export function partRules(
  { facts, lessons, current }: Composed,
  part: Part,
  held: ReadonlySet<string>,
): readonly Constraint[] {
  const byHand = new Set(facts.lessons.filter((one) => one.isLocked).map(lessonId));
  return [...lessons.values()].flatMap(({ id, group, places }): Constraint[] => {
    const at = current.get(id);
    if (held.has(id)) {
      if (!at || byHand.has(id)) return [];
      return [{ id: `lock:${id}`, kind: 'lock', weight: 100, activity: id, place: at.place, room: null, by: 'engine' }];
    }
    if (part.weekdays === undefined) return [];
    const days = new Set(part.weekdays);
    const own = places.filter((one) => isOpen(one) && days.has(one.place.weekday));
    const starts = own.map(({ place }) => placeId(group.id, place.weekday, place.hour));
    return [{ id: `place:${id}/days`, kind: 'allowed-starts', weight: 100, activities: [id], places: starts }];
  });
}
