import type { Blocker } from './blocker.ts';
import type { Absence, ComposeFacts, CourseFacts, GridPlace, GroupFacts } from './facts.ts';
import { type LessonKey, lessonId } from './lesson.ts';
import { startsOf } from './starts.ts';
import { whoCannotFrom } from './whoCannot.ts';

/** A start in the grid, as one lesson sees it before anything of the draft is placed. */
export interface LessonPlace {
  readonly place: GridPlace;
  /** Who cannot be there; absences that were accepted are left out. */
  readonly blockers: readonly Blocker[];
  /** Students whose absence here was accepted. */
  readonly excused: readonly string[];
  /** One of its hours is a break. */
  readonly isBreak: boolean;
}

/** One lesson of the draft with all its starts. */
export interface LessonFacts extends LessonKey {
  readonly id: string;
  readonly course: CourseFacts;
  readonly group: GroupFacts;
  /** Hours of the grid that it takes; 0 when no stretch of the grid is long enough. */
  readonly hours: number;
  readonly places: readonly LessonPlace[];
}

export const isOpen = (place: LessonPlace): boolean => place.blockers.length === 0 && !place.isBreak;

/** Every lesson of the draft's courses with its starts: who cannot be there, and why. */
export function lessonFacts(facts: ComposeFacts): readonly LessonFacts[] {
  const whoCannot = whoCannotFrom(facts);
  const groups = new Map(facts.groups.map((group) => [group.id, group]));
  const isBreak = (place: GridPlace, hours: number): boolean =>
    facts.rules.breaks.some(
      (one) =>
        (one.weekday === null || one.weekday === place.weekday) &&
        one.hour >= place.hour &&
        one.hour < place.hour + hours,
    );
  return facts.courses.flatMap((course) => {
    const group = groups.get(course.groupId);
    if (!group) return [];
    const { hours, places } = startsOf(course, group.grid);
    const seen = places.map((place) => ({
      place,
      blockers: whoCannot(group, place, course.lessonMinutes, course),
      isBreak: isBreak(place, hours),
    }));
    return Array.from({ length: course.lessonsAWeek }, (_, before): LessonFacts => {
      const key = { courseId: course.id, nth: before + 1 };
      return {
        ...key,
        id: lessonId(key),
        course,
        group,
        hours,
        places: seen.map((one) => ({
          ...one,
          ...withoutExcused(one.blockers, excusedAt(facts.absences, course, key, one.place)),
        })),
      };
    });
  });
}

const excusedAt = (
  absences: readonly Absence[],
  course: CourseFacts,
  { nth }: LessonKey,
  { weekday, hour }: GridPlace,
): ReadonlySet<string> =>
  new Set(
    absences
      .filter((one) => one.groupId === course.groupId && one.weekday === weekday && one.hour === hour)
      .filter((one) => one.courseId === null || (one.courseId === course.id && one.nth === nth))
      .map((one) => one.studentId),
  );

function withoutExcused(
  blockers: readonly Blocker[],
  excused: ReadonlySet<string>,
): Pick<LessonPlace, 'blockers' | 'excused'> {
  if (excused.size === 0) return { blockers, excused: [] };
  return {
    blockers: blockers.filter((one) => one.role === 'teacher' || !excused.has(one.personId)),
    excused: [...excused],
  };
}
